package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;

/** A source of bearer tokens. Implementations are thread-safe. */
@FunctionalInterface
public interface BearerTokens {

    /** Returns a token that is expected to be valid, and fetches it before the deadline if necessary. */
    Secret current(Deadline deadline);

    /** Discards a token that the tenant rejected with 401. Returns whether {@link #current} may return another one. */
    default boolean invalidate(Secret rejected) {
        return false;
    }
}
