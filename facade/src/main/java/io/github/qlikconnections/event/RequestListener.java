package io.github.qlikconnections.event;

/**
 * Receives events of requests, for metrics and traces. Every method does nothing unless it is overridden.
 *
 * <p>Each request that starts has exactly one {@link #requestStarted} and one {@link #requestFinished}. Each attempt that is sent
 * has exactly one {@link #attemptFinished}, with any outcome. A request for an access token is a request like any other.
 *
 * <p>Methods are called on the thread that sends the request, so they should be quick, and by several threads at once, so an
 * implementation must be thread-safe. If one throws, the request continues and a warning is logged.
 */
public interface RequestListener {

    /**
     * A request starts. Nothing was sent yet.
     *
     * @param event the operation and its tier
     */
    default void requestStarted(RequestEvent event) {}

    /**
     * An attempt got a response or failed without one.
     *
     * @param event with the number, the duration and the outcome of the attempt, its status if a response came, and its error type
     *     if it failed
     */
    default void attemptFinished(RequestEvent event) {}

    /**
     * The rate tier is closed, so the request waits before its next attempt.
     *
     * @param event with the wait as its duration
     */
    default void throttled(RequestEvent event) {}

    /**
     * An attempt failed and another one follows.
     *
     * @param event with the attempt that failed, its outcome and error type, its status if a response came, and the duration of the
     *     request so far
     */
    default void retried(RequestEvent event) {}

    /**
     * A request ended, successfully or not.
     *
     * @param event with the outcome and the duration of the whole request, its last attempt and the status of that attempt if a
     *     response came, and the error type if the request failed
     */
    default void requestFinished(RequestEvent event) {}

    /**
     * The tenant announced the end of an operation. This happens once for each operation and client, on the first response with such
     * header fields.
     *
     * @param event the operation, and the dates and links that were stated
     */
    default void deprecationAnnounced(DeprecationEvent event) {}
}
