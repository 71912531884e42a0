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

    private RequestEvent(
            String operation,
            int tier,
            int attempt,
            int status,
            Duration duration,
            @Nullable RequestOutcome outcome,
            @Nullable String errorType) {
        this.operation = Arguments.given(operation, "operation");
        this.tier = tier;
        this.attempt = attempt;
        this.status = status;
        this.duration = Arguments.given(duration, "duration");
        this.outcome = outcome;
        this.errorType = errorType;
    }

    /**
     * Creates an event, for the library and for tests of listeners.
     *
     * @param operation the {@code operationId} in the OpenAPI document
     * @param tier the rate tier, 1 or 2
     * @param attempt the number of the attempt, from 1; 0 before the first
     * @param status the HTTP status; 0 if there is none
     * @param duration the duration so far, or the wait before the next attempt
     * @return the event
     */
    public static RequestEvent of(String operation, int tier, int attempt, int status, Duration duration) {
        return new RequestEvent(operation, tier, attempt, status, duration, null, null);
    }

    /**
     * Returns a copy with the outcome of the attempt or of the request.
     *
     * @param newOutcome the outcome
     * @param newErrorType the simple name of the exception type of a failure; null for a success
     * @return the copy
     */
    public RequestEvent withOutcome(RequestOutcome newOutcome, @Nullable String newErrorType) {
        return new RequestEvent(
                operation,
                tier,
                attempt,
                status,
                duration,
                Arguments.given(newOutcome, "newOutcome"),
                newErrorType);
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
     * @return for example 201; empty if the attempt received no response
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
}
