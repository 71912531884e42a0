package io.github.qlikconnections.event;

/**
 * Receives the events of a client, for metrics and traces. The default methods do nothing.
 *
 * <p>Each started request causes exactly one {@link #requestStarted} and one {@link #requestFinished}. Each sent
 * attempt causes exactly one {@link #attemptFinished}, regardless of its outcome. Requests for access tokens cause
 * events, too.
 *
 * <p>The methods for one request are called on the thread that sends it. For a single call, this is the thread of the
 * caller, or a thread of the client that fetches the next page of a list. A bulk run sends on threads of its own.
 * Requests on one thread are nested: a request for an access token starts and ends within the request that needs the
 * token. So a trace can open a scope in {@code requestStarted} and close it in {@code requestFinished}.
 *
 * <p>Methods are called concurrently. Implementations must be thread-safe and should return quickly. If a method throws
 * an exception, the request continues and a warning is logged.
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
     * Called before a request waits, because of a rate limit or before a retry. {@link #waitFinished} follows on the same
     * thread.
     *
     * @param event the operation, the reason, the number of the next attempt, and the planned wait as its duration
     */
    default void waitStarted(RequestEvent event) {}

    /**
     * Called after a request has waited, even if it was interrupted.
     *
     * @param event the operation, the reason, the number of the next attempt, and the actual wait as its duration
     */
    default void waitFinished(RequestEvent event) {}

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
     * Called after a request for a new access token, regardless of success. The events of that request come before.
     *
     * @param event the duration and outcome of the renewal, and its error type if it failed
     */
    default void tokenRenewed(TokenRenewalEvent event) {}

    /**
     * Called after a lookup in the cache of specifications. A call that waits while another thread fetches the same
     * specification causes no event.
     *
     * @param event whether the specification was cached
     */
    default void specCacheUsed(SpecCacheEvent event) {}

    /**
     * Called after an item of a bulk run, regardless of success. Items that were not started, items whose outcome is in
     * the journal of an interrupted run, plans, dry runs and catalogs cause no event.
     *
     * @param event the run, and the outcome and error type of the item
     */
    default void bulkItemFinished(BulkItemEvent event) {}

    /**
     * Called if the rate limiter of the builder throws an exception or returns an invalid delay. The client limits its
     * requests by itself until the rate limiter works again. Further failures until then are not reported.
     *
     * @param event the type of the failure
     */
    default void rateLimiterFailed(RateLimiterFailureEvent event) {}
}
