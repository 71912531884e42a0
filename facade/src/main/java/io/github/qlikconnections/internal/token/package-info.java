/** Fetches, renews and signs bearer tokens. Requests are sent over the transport of {@code internal.http}. */
@NullMarked
package io.github.qlikconnections.internal.token;

import org.jspecify.annotations.NullMarked;
