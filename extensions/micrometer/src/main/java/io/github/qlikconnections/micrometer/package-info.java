/**
 * Observations and meters of a {@link io.github.qlikconnections.QlikClient} for Micrometer.
 *
 * <p>Belongs here: the listener that turns events into observations and meters, and their conventions. Does not belong here: anything
 * that needs Spring, and anything that sends a request.
 */
@NullMarked
package io.github.qlikconnections.micrometer;

import org.jspecify.annotations.NullMarked;
