package io.github.qlikconnections.rate;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides how long a request waits so that the tenant does not reject it with 429. It is called once before each attempt
 * of a request. The client waits, interruptibly and within the deadline of the operation.
 *
 * <p>{@link LocalRateLimiter} is the default. Another implementation can share a limit between processes. One instance
 * can serve several clients, including clients of different tenants.
 *
 * <p>Methods are called on the thread that sends the request. The deadline and an interruption have no effect during
 * such a call, so an implementation that uses the network must bound its own calls, for example to 500 ms. That time
 * adds to the duration of the request.
 *
 * <p>A request never fails because a method throws an exception or returns an invalid value. The client then logs one
 * warning, calls {@link io.github.qlikconnections.event.RequestListener#rateLimiterFailed rateLimiterFailed}, and uses a
 * local rate limiter. It calls the failed one again every 5 s, with one request.
 *
 * <p>Implementations must be thread-safe.
 */
public interface RateLimiter {

    /**
     * Reserves permission for one request.
     *
     * <p>Requests of bulk runs should be spaced evenly. Single calls should be counted, and delayed only while the
     * tenant has closed their tier with a 429.
     *
     * @param request the request to be sent
     * @return the delay after which the request may be sent, zero for none; if it is longer than
     *     {@link RateLimitRequest#longestWait()}, the request is not sent, and nothing must have been reserved
     */
    Duration reserve(RateLimitRequest request);

    /**
     * Reports that the tenant rejected a request with 429. No request of this caller and tier should be sent before the
     * time has passed. Concurrent requests can report the same 429 several times.
     *
     * @param request the rejected request
     * @param retryAfter how long the tenant accepts no request: the {@code Retry-After} of the response, or 1 s
     */
    void rejected(RateLimitRequest request, Duration retryAfter);

    /**
     * Returns the rates that each client keeps by itself while this rate limiter fails, for example a share of a common
     * limit. It is called once, when the client is built.
     *
     * @return the rates; empty for those of the builder, which is the default
     */
    default Optional<RateLimits> fallbackLimits() {
        return Optional.empty();
    }

    /**
     * Returns whether each client must have a caller. A client with supplied tokens then cannot be built without
     * {@code QlikClientBuilder.caller(..)}.
     *
     * @return true if a request without a caller cannot be limited; the default is false
     */
    default boolean isCallerRequired() {
        return false;
    }
}
