/**
 * The rate limits of the API and the rate limiters that keep them. Rate limiters compute delays. They must not wait here,
 * because the client waits within the deadline of its operation.
 */
@NullMarked
package io.github.qlikconnections.rate;

import org.jspecify.annotations.NullMarked;
