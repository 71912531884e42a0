/**
 * Events of requests and bulk operations, and the listeners that receive them. Events are values. They must not contain
 * data that was sent or received.
 */
@NullMarked
package io.github.qlikconnections.event;

import org.jspecify.annotations.NullMarked;
