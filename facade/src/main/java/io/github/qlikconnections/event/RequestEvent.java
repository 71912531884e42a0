package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The state of a request: its operation, attempt, duration and outcome. Contains no header, no body, and no id or name of
 * the tenant.
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
    private final String requestId;
    private final String method;
    private final String uriTemplate;
    private final @Nullable RunContext run;
    private final @Nullable WaitReason waitReason;

    private RequestEvent(Builder builder) {
        this.operation = builder.operation;
        this.tier = builder.tier;
        this.attempt = builder.attempt;
        this.status = builder.status;
        this.duration = builder.duration;
        this.outcome = builder.outcome;
        this.errorType = builder.errorType;
        this.requestId = builder.requestId;
        this.method = builder.method;
        this.uriTemplate = builder.uriTemplate;
        this.run = builder.run;
        this.waitReason = builder.waitReason;
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
     * @return the number, from 1; 0 before the first; for {@code throttled} and waits, that of the next attempt
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
     * Returns the duration of the attempt or of the request so far. For {@code throttled} and {@code waitStarted}, returns
     * the planned wait, and for {@code waitFinished} the actual one.
     *
     * @return the duration; zero for {@code requestStarted}
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Returns the outcome of the attempt or of the request.
     *
     * @return the outcome; empty for {@code requestStarted}, {@code throttled} and waits
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

    /**
     * Returns the id of the request. All events of a request have the same one.
     *
     * @return an id that is unique across processes; empty in a test that does not set it
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Returns the HTTP method.
     *
     * @return for example {@code POST}; empty in a test that does not set it
     */
    public String method() {
        return method;
    }

    /**
     * Returns the path of the operation in the OpenAPI document. It contains no id, so it can be used as a metric
     * attribute.
     *
     * @return for example <code>/api/v1/data-connections/{qID}</code>; empty in a test that does not set it
     */
    public String uriTemplate() {
        return uriTemplate;
    }

    /**
     * Returns the bulk run to which the request belongs. A request for an access token belongs to no run, because other
     * requests use the token too.
     *
     * @return the run; empty for a single call
     */
    public Optional<RunContext> run() {
        return Optional.ofNullable(run);
    }

    /**
     * Returns why the request waits.
     *
     * @return the reason; empty except for {@code waitStarted} and {@code waitFinished}
     */
    public Optional<WaitReason> waitReason() {
        return Optional.ofNullable(waitReason);
    }

    /** Returns all fields on one line. */
    @Override
    public String toString() {
        return operation + " (tier " + tier + ") attempt " + attempt + ", "
                + (status == 0 ? "no status" : "status " + status) + ", " + duration.toMillis() + " ms"
                + (outcome == null ? "" : ", " + outcome)
                + (errorType == null ? "" : " " + errorType)
                + (waitReason == null ? "" : ", waits for " + waitReason)
                + (method.isEmpty() && uriTemplate.isEmpty() ? "" : " [" + method + " " + uriTemplate + "]")
                + (requestId.isEmpty() ? "" : " request " + requestId)
                + (run == null ? "" : " of " + run);
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
        private String requestId = "";
        private String method = "";
        private String uriTemplate = "";
        private @Nullable RunContext run;
        private @Nullable WaitReason waitReason;

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
         * Sets the id of the request. The default is an empty string.
         *
         * @param requestId the id
         * @return this builder
         */
        public Builder requestId(String requestId) {
            this.requestId = Arguments.require(requestId, "requestId");
            return this;
        }

        /**
         * Sets the HTTP method. The default is an empty string.
         *
         * @param method for example {@code POST}
         * @return this builder
         */
        public Builder method(String method) {
            this.method = Arguments.require(method, "method");
            return this;
        }

        /**
         * Sets the path with the names of its parameters in braces. The default is an empty string.
         *
         * @param uriTemplate for example <code>/api/v1/data-connections/{qID}</code>
         * @return this builder
         */
        public Builder uriTemplate(String uriTemplate) {
            this.uriTemplate = Arguments.require(uriTemplate, "uriTemplate");
            return this;
        }

        /**
         * Sets the bulk run.
         *
         * @param run the run, or null for a single call, which is the default
         * @return this builder
         */
        public Builder run(@Nullable RunContext run) {
            this.run = run;
            return this;
        }

        /**
         * Sets why the request waits.
         *
         * @param waitReason the reason, or null if it does not wait, which is the default
         * @return this builder
         */
        public Builder waitReason(@Nullable WaitReason waitReason) {
            this.waitReason = waitReason;
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
