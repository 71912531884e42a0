package io.github.qlikconnections.internal.http;

import java.time.Duration;

/**
 * Every number that shapes how requests are sent. Immutable.
 *
 * @param connectTimeout how long a TCP and TLS connect may take
 * @param responseTimeout how long the tenant may stay silent
 * @param createTimeout the same for creating a connection, where the tenant may try the source out first
 * @param poolTimeout how long to wait for a free pooled connection
 * @param operationTimeout how long a whole operation may take, retries and waits included
 * @param maxConnections pooled connections to the tenant
 * @param maxAttempts how often a request is sent at most
 * @param backoffBase the upper bound of the first pause between two attempts
 * @param backoffCap the upper bound of every pause between two attempts
 * @param retryAfterCap the longest {@code Retry-After} that is obeyed
 * @param maxAnswerBytes the largest body that is read
 * @param readsPerMinute how many requests of tier 1 the tenant takes
 * @param writesPerMinute how many requests of tier 2 the tenant takes
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration createTimeout,
        Duration poolTimeout,
        Duration operationTimeout,
        int maxConnections,
        int maxAttempts,
        Duration backoffBase,
        Duration backoffCap,
        Duration retryAfterCap,
        long maxAnswerBytes,
        int readsPerMinute,
        int writesPerMinute) {

    /** How long the tenant may stay silent during this operation. */
    public Duration responseTimeout(Operation operation) {
        return operation == Operation.CREATE_CONNECTION ? createTimeout : responseTimeout;
    }

    /** How many requests of this tier the tenant takes. */
    int perMinute(RateTier tier) {
        return tier == RateTier.READ ? readsPerMinute : writesPerMinute;
    }
}
