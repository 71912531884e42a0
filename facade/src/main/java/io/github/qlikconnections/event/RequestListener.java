package io.github.qlikconnections.event;

/**
 * Receives request events, for metrics and traces. The default methods do nothing.
 *
 * <p>Each started request causes exactly one {@link #requestStarted} and one {@link #requestFinished}. Each sent
 * attempt causes exactly one {@link #attemptFinished}, regardless of its outcome. Requests for access tokens cause
 * events, too.
 *
 * <p>Methods are called concurrently, on the threads that send requests. Implementations must be thread-safe and should
 * return quickly. If a method throws an exception, the request continues and a warning is logged.
 */
public interface RequestListener {

    /**
     * Called before a request is sent.
     *
     * @param event the operation and its tier
     */
    default void requestStarted(RequestEvent event) {}

    /**
     * Called after an attempt received a response or failed.
     *
     * @param event the number, duration and outcome of the attempt, its status if there is a response, and its error
     *     type if it failed
     */
    default void attemptFinished(RequestEvent event) {}

    /**
     * Called before a request waits because the rate limit of its tier is exceeded.
     *
     * @param event the operation, and the wait as its duration
     */
    default void throttled(RequestEvent event) {}

    /**
     * Called after a failed attempt if another attempt follows.
     *
     * @param event the failed attempt, its outcome and error type, its status if there is a response, and the duration
     *     of the request so far
     */
    default void retried(RequestEvent event) {}

    /**
     * Called after a request, regardless of success.
     *
     * @param event the outcome and duration of the request, its last attempt, the status if there is a response, and
     *     the error type if the request failed
     */
    default void requestFinished(RequestEvent event) {}

    /**
     * Called if the tenant announces that an operation is deprecated. This happens once per operation and client, for
     * the first response with such headers.
     *
     * @param event the operation, the dates, and the links
     */
    default void deprecationAnnounced(DeprecationEvent event) {}

    /**
     * Called if the rate limiter of the builder throws an exception or returns an invalid delay. The client limits its
     * requests by itself until the rate limiter works again. Further failures until then are not reported.
     *
     * @param event the type of the failure
     */
    default void rateLimiterFailed(RateLimiterFailureEvent event) {}
}
