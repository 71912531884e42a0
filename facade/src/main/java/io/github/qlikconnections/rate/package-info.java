/** The rates of requests that a client keeps to. Values only; the waiting itself is internal. */
@NullMarked
package io.github.qlikconnections.rate;

import org.jspecify.annotations.NullMarked;
