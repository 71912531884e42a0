package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The state of a request: its operation, attempt, duration and outcome. Contains no id, name, header or body.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RequestEvent {

    private final String operation;
    private final int tier;
    private final int attempt;
    private final int status;
    private final Duration duration;
    private final @Nullable RequestOutcome outcome;
    private final @Nullable String errorType;

    private RequestEvent(Builder builder) {
        this.operation = builder.operation;
        this.tier = builder.tier;
        this.attempt = builder.attempt;
        this.status = builder.status;
        this.duration = builder.duration;
        this.outcome = builder.outcome;
        this.errorType = builder.errorType;
    }

    /**
     * Creates a builder of an event, for tests of a listener.
     *
     * @param operation the operation id in the OpenAPI document, for example {@code listSpaces}
     * @param tier the rate tier, 1 or 2
     * @return a builder
     */
    public static Builder builder(String operation, int tier) {
        return new Builder(operation, tier);
    }

    /**
     * Returns the operation.
     *
     * @return the {@code operationId} in the OpenAPI document, for example {@code createDataConnection}; {@code
     *     requestAccessToken} for the token endpoint
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the rate tier of the operation.
     *
     * @return 1 for reads, 2 for writes
     */
    public int tier() {
        return tier;
    }

    /**
     * Returns the number of the attempt.
     *
     * @return the number, from 1; 0 before the first
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns the HTTP status of the response to this attempt, or to the last attempt of a request. It does not
     * indicate success: see {@link #outcome()}.
     *
     * @return for example 201; empty if the attempt received no response with a valid status
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Returns the duration of the attempt or of the request so far. For {@code throttled}, returns the wait before the
     * next attempt.
     *
     * @return the duration; zero for {@code requestStarted}
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Returns the outcome of the attempt or of the request.
     *
     * @return the outcome; empty for {@code requestStarted} and {@code throttled}
     */
    public Optional<RequestOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /**
     * Returns the type of the failure, such as {@code ServerException}. It is the exception that is thrown if no other
     * attempt follows. There are few types, so they can be used as a metric attribute.
     *
     * @return the simple name of an exception type; empty for a success
     */
    public Optional<String> errorType() {
        return Optional.ofNullable(errorType);
    }

    /** Returns all fields on one line. */
    @Override
    public String toString() {
        return operation + " (tier " + tier + ") attempt " + attempt + ", "
                + (status == 0 ? "no status" : "status " + status) + ", " + duration.toMillis() + " ms"
                + (outcome == null ? "" : ", " + outcome)
                + (errorType == null ? "" : " " + errorType);
    }

    /** Builds a {@link RequestEvent}. Not thread-safe. */
    public static final class Builder {

        private final String operation;
        private final int tier;
        private int attempt;
        private int status;
        private Duration duration = Duration.ZERO;
        private @Nullable RequestOutcome outcome;
        private @Nullable String errorType;

        private Builder(String operation, int tier) {
            this.operation = Arguments.require(operation, "operation");
            this.tier = tier;
        }

        /**
         * Sets the number of the attempt. The default is 0, which means before the first one.
         *
         * @param attempt 1 or more, or 0
         * @return this builder
         */
        public Builder attempt(int attempt) {
            this.attempt = attempt;
            return this;
        }

        /**
         * Sets the HTTP status of the response. The default is 0, which means that there is none.
         *
         * @param status for example 201, or 0
         * @return this builder
         */
        public Builder status(int status) {
            this.status = status;
            return this;
        }

        /**
         * Sets how long the attempt or request took, or how long it waits. The default is zero.
         *
         * @param duration the duration
         * @return this builder
         */
        public Builder duration(Duration duration) {
            this.duration = Arguments.require(duration, "duration");
            return this;
        }

        /**
         * Sets how the attempt or the request ended.
         *
         * @param outcome the outcome, or null if it has not ended
         * @return this builder
         */
        public Builder outcome(@Nullable RequestOutcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /**
         * Sets the type of the failure.
         *
         * @param errorType the simple name of the exception type, or null for a success
         * @return this builder
         */
        public Builder errorType(@Nullable String errorType) {
            this.errorType = errorType;
            return this;
        }

        /**
         * Builds the event.
         *
         * @return the event
         */
        public RequestEvent build() {
            return new RequestEvent(this);
        }

        /** Returns the parts that are set. */
        @Override
        public String toString() {
            return "RequestEvent.Builder[" + build() + "]";
        }
    }
}
