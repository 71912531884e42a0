package io.github.qlikconnections.internal.http;

import java.time.Duration;

/**
 * The timeouts and limits of a transport. Instances are immutable.
 *
 * @param connectTimeout how long a TCP and TLS connect may take
 * @param responseTimeout how long to wait for data of a response
 * @param createResponseTimeout the response timeout of a creation, during which the tenant may test the data source
 * @param connectionRequestTimeout how long to wait for a pooled connection
 * @param operationTimeout how long a whole operation may take, retries and waits included
 * @param maxConnections pooled connections to the tenant
 * @param maxAttempts the largest number of attempts of one request
 * @param backoffBaseDelay the upper bound of the first delay between two attempts
 * @param backoffMaxDelay the upper bound of every delay between two attempts
 * @param maxRetryAfter the longest {@code Retry-After} that is obeyed
 * @param maxResponseBytes the largest body that is read
 * @param rates how the request rate is limited
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration createResponseTimeout,
        Duration connectionRequestTimeout,
        Duration operationTimeout,
        int maxConnections,
        int maxAttempts,
        Duration backoffBaseDelay,
        Duration backoffMaxDelay,
        Duration maxRetryAfter,
        long maxResponseBytes,
        RateSettings rates) {

    /** Returns a copy with other limits of a whole operation. */
    TransportSettings withLimits(Duration timeout, int attempts) {
        return new TransportSettings(
                connectTimeout,
                responseTimeout,
                createResponseTimeout,
                connectionRequestTimeout,
                timeout,
                maxConnections,
                attempts,
                backoffBaseDelay,
                backoffMaxDelay,
                maxRetryAfter,
                maxResponseBytes,
                rates);
    }

    /** Returns the response timeout of an operation. */
    public Duration responseTimeout(Operation operation) {
        return operation == Operation.CREATE_CONNECTION ? createResponseTimeout : responseTimeout;
    }
}
