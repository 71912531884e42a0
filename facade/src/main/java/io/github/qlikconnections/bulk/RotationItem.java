package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the rotation of the credentials of one connection.
 *
 * <p>Instances are immutable and thread-safe.
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
     * Creates an item, for the library and for stubs.
     *
     * @param connectionId the id of the connection
     * @param name the name of the connection
     * @param spaceId the id of the space, or null
     * @param outcome the outcome
     * @param status the HTTP status of an error response, for example 400; 0 if there is none
     * @param error the error, or null
     * @param reason one or more sentences, or null
     * @return the item
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
     * @param warnings the warnings about the values that were sent, as sentences
     * @return the copy
     */
    public RotationItem withWarnings(List<String> warnings) {
        return new RotationItem(connectionId, name, spaceId, outcome, status, error, reason, warnings, cause);
    }

    /**
     * Returns a copy with a cause.
     *
     * @param cause the exception that made the rotation fail
     * @return the copy
     */
    public RotationItem withCause(Throwable cause) {
        return new RotationItem(
                connectionId,
                name,
                spaceId,
                outcome,
                status,
                error,
                reason,
                warnings,
                Arguments.given(cause, "cause"));
    }

    /**
     * Returns the id of the connection.
     *
     * @return the id of the connection
     */
    public String connectionId() {
        return connectionId;
    }

    /**
     * Returns the name of the connection.
     *
     * @return the name of the connection
     */
    public String name() {
        return name;
    }

    /**
     * Returns the id of the space of the connection.
     *
     * @return the id of the space; empty for the personal space
     */
    public Optional<String> spaceId() {
        return Optional.ofNullable(spaceId);
    }

    /**
     * Returns the outcome of the rotation.
     *
     * @return the outcome
     */
    public RotationOutcome outcome() {
        return outcome;
    }

    /**
     * Returns the HTTP status of an error response.
     *
     * @return the status, for example 400; 0 if there was no error response
     */
    public int status() {
        return status;
    }

    /**
     * Returns the error of an error response.
     *
     * @return the error; empty if there is none
     */
    public Optional<ApiError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns why the rotation failed, and the next step.
     *
     * @return one or more sentences; empty if the rotation did not fail
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns warnings about the values that were sent, such as a trailing line break in a password.
     *
     * @return an unmodifiable list of sentences without secret values; empty if nothing was sent
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the exception that made the rotation fail.
     *
     * <p>An exception of the {@link CredentialSupplier} may contain a secret in its message. It is therefore not part
     * of {@link #reason()} or {@link #toString()}. Do not log it without redaction.
     *
     * @return the exception; empty if the rotation did not fail, or if the supplier returned no usable credentials
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** Compares all fields except the cause, because exceptions do not implement equality. */
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

    /** Returns the outcome, the connection and the reason. */
    @Override
    public String toString() {
        return outcome + " " + name + " (" + connectionId + ")" + (reason == null ? "" : ": " + reason);
    }
}
