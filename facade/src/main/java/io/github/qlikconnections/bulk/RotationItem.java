package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.List;
import java.util.Map;
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

    private RotationItem(Builder builder) {
        this.connectionId = builder.connectionId;
        this.name = builder.name;
        this.outcome = builder.outcome;
        this.spaceId = builder.spaceId;
        this.status = builder.status;
        this.error = builder.error;
        this.reason = builder.reason;
        this.warnings = builder.warnings;
        this.cause = builder.cause;
    }

    /**
     * Creates a builder of an item, for stubs and tests.
     *
     * @param connectionId the id of the connection
     * @param name the name of the connection
     * @param outcome the outcome
     * @return a builder
     */
    public static Builder builder(String connectionId, String name, RotationOutcome outcome) {
        return new Builder(connectionId, name, outcome);
    }

    /**
     * Returns a copy with warnings.
     *
     * @param warnings the warnings about the values that were sent, as sentences
     * @return the copy
     */
    public RotationItem withWarnings(List<String> warnings) {
        return toBuilder().warnings(warnings).build();
    }

    /**
     * Returns a copy with a cause.
     *
     * @param cause the exception that made the rotation fail
     * @return the copy
     */
    public RotationItem withCause(Throwable cause) {
        return toBuilder().cause(Arguments.require(cause, "cause")).build();
    }

    private Builder toBuilder() {
        return builder(connectionId, name, outcome)
                .spaceId(spaceId)
                .status(status)
                .error(error)
                .reason(reason)
                .warnings(warnings)
                .cause(cause);
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
     * Returns why the credentials were not rotated, and the next step.
     *
     * @return one or more sentences; empty if they were rotated, or if a dry run only listed the connection
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

    static RotationItem from(ReportMembers members) {
        return builder(
                        members.required(WireMembers.CONNECTION_ID),
                        members.required("name"),
                        RotationOutcome.valueOf(members.required("outcome")))
                .spaceId(members.text(WireMembers.SPACE_ID))
                .status(members.status())
                .error(members.error())
                .reason(members.text("reason"))
                .warnings(members.texts("warnings"))
                .build();
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(WireMembers.CONNECTION_ID, connectionId)
                .put("name", name)
                .put(WireMembers.SPACE_ID, spaceId)
                .put("outcome", outcome)
                .put("status", status)
                .put("error", error(), ApiError::toMap)
                .put("reason", reason)
                .put("warnings", warnings)
                .toMap();
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

    /** Builds a {@link RotationItem}. Not thread-safe. */
    public static final class Builder {

        private final String connectionId;
        private final String name;
        private final RotationOutcome outcome;
        private @Nullable String spaceId;
        private int status;
        private @Nullable ApiError error;
        private @Nullable String reason;
        private List<String> warnings = List.of();
        private @Nullable Throwable cause;

        private Builder(String connectionId, String name, RotationOutcome outcome) {
            this.connectionId = Arguments.require(connectionId, "connectionId");
            this.name = Arguments.require(name, "name");
            this.outcome = Arguments.require(outcome, "outcome");
        }

        /**
         * Sets the space of the connection.
         *
         * @param spaceId a space id, or null for the personal space
         * @return this builder
         */
        public Builder spaceId(@Nullable String spaceId) {
            this.spaceId = spaceId;
            return this;
        }

        /**
         * Sets the HTTP status of an error response. The default is 0, which means that there is none.
         *
         * @param status for example 400, or 0
         * @return this builder
         */
        public Builder status(int status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the error of an error response.
         *
         * @param error the error, or null
         * @return this builder
         */
        public Builder error(@Nullable ApiError error) {
            this.error = error;
            return this;
        }

        /**
         * Sets why the rotation failed and what to do next.
         *
         * @param reason one or more sentences, or null
         * @return this builder
         */
        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /**
         * Sets the warnings about the values that were sent. The default is an empty list.
         *
         * @param warnings sentences without secret values
         * @return this builder
         */
        public Builder warnings(List<String> warnings) {
            this.warnings = Arguments.list(warnings, "warnings");
            return this;
        }

        /**
         * Sets the exception that made the rotation fail.
         *
         * @param cause the exception, or null
         * @return this builder
         */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        /**
         * Builds the item.
         *
         * @return the item
         */
        public RotationItem build() {
            return new RotationItem(this);
        }

        /** Returns the outcome and the connection. */
        @Override
        public String toString() {
            return "RotationItem.Builder[" + outcome + " " + name + " (" + connectionId + ")]";
        }
    }
}
