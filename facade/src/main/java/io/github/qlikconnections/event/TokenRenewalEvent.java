package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a request for a new access token. Contains no token.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class TokenRenewalEvent {

    private final Duration duration;
    private final @Nullable String errorType;

    private TokenRenewalEvent(Duration duration, @Nullable String errorType) {
        this.duration = Arguments.require(duration, "duration");
        this.errorType = errorType;
    }

    /**
     * Returns an event, for tests of a listener.
     *
     * @param duration how long the renewal took
     * @param errorType the simple name of the exception type, or null for a success
     * @return the event
     */
    public static TokenRenewalEvent of(Duration duration, @Nullable String errorType) {
        return new TokenRenewalEvent(duration, errorType);
    }

    /**
     * Returns how long the renewal took, including retries and waits.
     *
     * @return the duration
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Returns the outcome.
     *
     * @return {@link RequestOutcome#SUCCESS} or {@link RequestOutcome#FAILURE}
     */
    public RequestOutcome outcome() {
        return errorType == null ? RequestOutcome.SUCCESS : RequestOutcome.FAILURE;
    }

    /**
     * Returns the type of the failure, such as {@code AuthenticationException}.
     *
     * @return the simple name of an exception type; empty for a success
     */
    public Optional<String> errorType() {
        return Optional.ofNullable(errorType);
    }

    /** Returns all fields on one line. */
    @Override
    public String toString() {
        return "token renewal, " + duration.toMillis() + " ms, " + outcome()
                + (errorType == null ? "" : " " + errorType);
    }
}
