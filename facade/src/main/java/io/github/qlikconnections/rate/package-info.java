/** The request rates that a client keeps. Values only. Throttling is internal and must not be added here. */
@NullMarked
package io.github.qlikconnections.rate;

import org.jspecify.annotations.NullMarked;
