/** What a listener is told: values without behaviour, and never anything that was sent or received. */
@NullMarked
package io.github.qlikconnections.event;

import org.jspecify.annotations.NullMarked;
