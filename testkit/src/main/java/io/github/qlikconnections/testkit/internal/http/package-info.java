/**
 * The wire of the fake tenant: server, routing, error bodies, rate limits, scripted faults; it knows nothing of what is served.
 */
@NullMarked
package io.github.qlikconnections.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
