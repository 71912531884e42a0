package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the life of a request: which operation, how far it is and how long it took. It holds no id, no name, no header
 * and no body. Immutable.
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
     * Creates an event; for the library, and for tests of a listener.
     *
     * @param operation its id in the OpenAPI document
     * @param tier the rate tier, 1 or 2
     * @param attempt the number of the attempt, from 1; 0 before the first
     * @param status the HTTP status; 0 when there is none
     * @param duration how long it took, or is going to be waited
     * @return the event
     */
    public static RequestEvent of(String operation, int tier, int attempt, int status, Duration duration) {
        return new RequestEvent(operation, tier, attempt, status, duration, null, null);
    }

    /**
     * Returns a copy that says how the attempt or the request ended.
     *
     * @param newOutcome how it ended
     * @param newErrorType the simple name of the exception type of a failure; null for a success
     * @return the event
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
     * The operation.
     *
     * @return its {@code operationId} in the OpenAPI document, for example {@code createDataConnection}; {@code
     *     requestAccessToken} for the token endpoint
     */
    public String operation() {
        return operation;
    }

    /**
     * The rate tier that the operation counts against.
     *
     * @return 1 for reads, 2 for writes
     */
    public int tier() {
        return tier;
    }

    /**
     * The attempt.
     *
     * @return its number, from 1; 0 before the first
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns the HTTP status of the response to this attempt, or to the last attempt of a request. It does not indicate success: see
     * {@link #outcome()}.
     *
     * @return for example 201; empty if the attempt got no response
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * How long the attempt or the whole request took so far; for {@code throttled}, how long will be waited.
     *
     * @return a duration, zero when the request has only started
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Returns how the attempt or the request ended.
     *
     * @return the outcome; empty for {@code requestStarted} and {@code throttled}
     */
    public Optional<RequestOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /**
     * Returns the type of the failure: the simple name of the exception that it ends in if no other attempt follows, such as
     * {@code ServerException}. The names are few, so that they can be a key of a metric.
     *
     * @return the simple name of an exception type; empty for a success
     */
    public Optional<String> errorType() {
        return Optional.ofNullable(errorType);
    }

    /** All fields on one line. */
    @Override
    public String toString() {
        return operation + " (tier " + tier + ") attempt " + attempt + ", "
                + (status == 0 ? "no status" : "status " + status) + ", " + duration.toMillis() + " ms"
                + (outcome == null ? "" : ", " + outcome)
                + (errorType == null ? "" : " " + errorType);
    }
}
