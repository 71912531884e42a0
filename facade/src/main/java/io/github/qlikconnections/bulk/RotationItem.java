package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the credentials of one connection.
 *
 * <p>Immutable.
 */
public final class RotationItem {

    private final String connectionId;
    private final String name;
    private final @Nullable String spaceId;
    private final RotationOutcome outcome;
    private final int status;
    private final @Nullable ApiError error;
    private final @Nullable String reason;
    private final List<String> warnings;
    private final @Nullable Throwable cause;

    private RotationItem(
            String connectionId,
            String name,
            @Nullable String spaceId,
            RotationOutcome outcome,
            int status,
            @Nullable ApiError error,
            @Nullable String reason,
            List<String> warnings,
            @Nullable Throwable cause) {
        this.connectionId = Arguments.given(connectionId, "connectionId");
        this.name = Arguments.given(name, "name");
        this.spaceId = spaceId;
        this.outcome = Arguments.given(outcome, "outcome");
        this.status = status;
        this.error = error;
        this.reason = reason;
        this.warnings = Arguments.list(warnings, "warnings");
        this.cause = cause;
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param connectionId a connection id
     * @param name a name
     * @param spaceId a space id, or null
     * @param outcome the outcome
     * @param status for example 400; 0 when it was not refused
     * @param error the error, or null
     * @param reason a sentence or more, or null
     * @return the value
     */
    public static RotationItem of(
            String connectionId,
            String name,
            @Nullable String spaceId,
            RotationOutcome outcome,
            int status,
            @Nullable ApiError error,
            @Nullable String reason) {
        return new RotationItem(connectionId, name, spaceId, outcome, status, error, reason, List.of(), null);
    }

    /**
     * Returns a copy with warnings.
     *
     * @param warnings what a person should know of the values that were sent
     * @return the copy
     */
    public RotationItem withWarnings(List<String> warnings) {
        return new RotationItem(connectionId, name, spaceId, outcome, status, error, reason, warnings, cause);
    }

    /**
     * Returns a copy with a cause.
     *
     * @param thrown the exception because of which the rotation failed
     * @return the copy
     */
    public RotationItem withCause(Throwable thrown) {
        return new RotationItem(
                connectionId,
                name,
                spaceId,
                outcome,
                status,
                error,
                reason,
                warnings,
                Arguments.given(thrown, "thrown"));
    }

    /**
     * The connection.
     *
     * @return a connection id
     */
    public String connectionId() {
        return connectionId;
    }

    /**
     * The name of the connection.
     *
     * @return a name
     */
    public String name() {
        return name;
    }

    /**
     * The space of the connection.
     *
     * @return a space id; empty in the personal space
     */
    public Optional<String> spaceId() {
        return Optional.ofNullable(spaceId);
    }

    /**
     * The outcome of it.
     *
     * @return the outcome
     */
    public RotationOutcome outcome() {
        return outcome;
    }

    /**
     * The HTTP status of a refusal.
     *
     * @return for example 400; 0 when it was not refused
     */
    public int status() {
        return status;
    }

    /**
     * The error of a refusal.
     *
     * @return the error; empty when there is none
     */
    public Optional<ApiError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Why it failed, and what to do next.
     *
     * @return a sentence or more; empty when it did not fail
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns what a person should know of the values that were sent, such as a line break at the end of a password.
     *
     * @return an unmodifiable list of sentences without secret values; empty if nothing was sent
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the exception because of which the rotation failed. The message of an exception of the {@link CredentialSupplier} may
     * hold a secret, so it is in no text of this item: take care when you log it.
     *
     * @return the exception; empty if it did not fail, or if the supplier returned no usable credentials
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** Compares everything but the cause, since exceptions have no equality. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RotationItem that
                && connectionId.equals(that.connectionId)
                && name.equals(that.name)
                && Objects.equals(spaceId, that.spaceId)
                && outcome.equals(that.outcome)
                && status == that.status
                && Objects.equals(error, that.error)
                && Objects.equals(reason, that.reason)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectionId, name, spaceId, outcome, status, error, reason, warnings);
    }

    /** The outcome, the connection and the reason. */
    @Override
    public String toString() {
        return outcome + " " + name + " (" + connectionId + ")" + (reason == null ? "" : ": " + reason);
    }
}
