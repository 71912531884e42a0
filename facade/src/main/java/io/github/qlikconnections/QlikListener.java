package io.github.qlikconnections;

import io.github.qlikconnections.event.RequestEvent;

/**
 * Hears how requests go, for metrics and traces; every method does nothing unless it is overridden.
 *
 * <p>It is called on the thread that sends the request, so it should be quick, and by several threads at once, so it must be
 * thread-safe. If it throws, the request goes on and a warning is logged. A request for an access token is told like any
 * other.
 */
public interface QlikListener {

    /**
     * A request begins; nothing was sent yet.
     *
     * @param event the operation and its tier
     */
    default void requestStarted(RequestEvent event) {}

    /**
     * One attempt was answered, or broke.
     *
     * @param event with the number and duration of the attempt, and its status if an answer came
     */
    default void attemptFinished(RequestEvent event) {}

    /**
     * The tenant has closed the rate tier: the request waits before its next attempt.
     *
     * @param event with the wait as its duration
     */
    default void throttled(RequestEvent event) {}

    /**
     * An attempt failed and another one follows.
     *
     * @param event with the attempt that failed and its status, if there was one
     */
    default void retried(RequestEvent event) {}

    /**
     * The request is over, well or not.
     *
     * @param event with the last attempt, its status if there was one, and the duration of the whole request
     */
    default void requestFinished(RequestEvent event) {}
}
