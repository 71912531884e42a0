/**
 * Events of requests and of long runs, and the listeners that receive them. Events are values without behavior and hold nothing that was
 * sent or received.
 */
@NullMarked
package io.github.qlikconnections.event;

import org.jspecify.annotations.NullMarked;
