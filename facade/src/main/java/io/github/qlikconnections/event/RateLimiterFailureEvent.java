package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;

/**
 * The failure of a {@link io.github.qlikconnections.rate.RateLimiter}. The client limits its requests by itself until
 * the rate limiter works again.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RateLimiterFailureEvent {

    private final String errorType;

    private RateLimiterFailureEvent(String errorType) {
        this.errorType = Arguments.require(errorType, "errorType");
    }

    /**
     * Returns an event, for tests of a listener.
     *
     * @param errorType the simple name of an exception type
     * @return the event
     */
    public static RateLimiterFailureEvent of(String errorType) {
        return new RateLimiterFailureEvent(errorType);
    }

    /**
     * Returns the type of the failure.
     *
     * @return the simple name of the exception type, or {@code InvalidDelay} if the rate limiter returned null or a
     *     negative delay
     */
    public String errorType() {
        return errorType;
    }

    /** Returns the type of the failure. */
    @Override
    public String toString() {
        return "rate limiter failed with " + errorType;
    }
}
