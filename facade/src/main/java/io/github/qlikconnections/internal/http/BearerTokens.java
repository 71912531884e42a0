package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;

/** Where the bearer token of a request comes from; implementations are thread-safe. */
@FunctionalInterface
public interface BearerTokens {

    /** A token that should be good, fetched if need be before the deadline. */
    Secret current(Deadline deadline);

    /** Hears that the tenant refused a token with 401; tells whether {@link #current} may now give another one. */
    default boolean replace(Secret refused) {
        return false;
    }
}
