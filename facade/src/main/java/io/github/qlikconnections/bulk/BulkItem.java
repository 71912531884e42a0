package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one connection of a bulk operation.
 *
 * <p>Instances are immutable and thread-safe. Java serialization omits {@link #additionalMembers()}, which may contain
 * secrets.
 */
public final class BulkItem implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The id of the connection. */
    private final String connectionId;
    /** What happened to the connection. */
    private final BulkOutcome outcome;
    /** The HTTP status of the item, or 0. */
    private final int status;
    /** The error of the tenant. */
    private final @Nullable ApiError error;

    private final transient Map<String, Object> additionalMembers;

    private BulkItem(Builder builder, BulkOutcome outcome) {
        this.connectionId = builder.connectionId;
        this.outcome = Arguments.require(outcome, "outcome");
        this.status = builder.status;
        this.error = builder.error;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder of an item from the response of the tenant for one connection, for stubs and tests.
     *
     * <p>An item with an error has failed, regardless of its status. The outcome of an item with
     * neither an error nor a status is unknown.
     *
     * @param connectionId the id of the connection
     * @return a builder
     */
    public static Builder builder(String connectionId) {
        return new Builder(connectionId);
    }

    /**
     * Creates an item for a connection for which the tenant sent no response.
     *
     * @param connectionId the id of the connection
     * @param outcome the outcome
     * @return the item
     */
    public static BulkItem withoutResponse(String connectionId, BulkOutcome outcome) {
        return new BulkItem(builder(connectionId), outcome);
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
     * Returns the outcome of the connection.
     *
     * @return the outcome
     */
    public BulkOutcome outcome() {
        return outcome;
    }

    /**
     * Returns the HTTP status of this item.
     *
     * @return the status, for example 204; 0 if the tenant sent none
     */
    public int status() {
        return status;
    }

    /**
     * Returns the error of this item.
     *
     * @return the error; empty if the item succeeded or the tenant sent none
     */
    public Optional<ApiError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns whether this item succeeded.
     *
     * @return true if the outcome is {@link BulkOutcome#DONE}
     */
    public boolean succeeded() {
        return outcome == BulkOutcome.DONE;
    }

    /**
     * Returns the members of the result of the tenant that the library does not model, by their names in the API. Strings whose names
     * suggest a secret are of type {@link io.github.qlikconnections.auth.Secret}.
     *
     * @return an unmodifiable map of strings, booleans, numbers, secrets, lists and maps; empty if there are none
     */
    public Map<String, Object> additionalMembers() {
        return additionalMembers;
    }

    static BulkItem from(ReportMembers members) {
        return new BulkItem(
                builder(members.required(WireMembers.CONNECTION_ID))
                        .status(members.status())
                        .error(members.error())
                        .additionalMembers(members.others(WireMembers.CONNECTION_ID, "outcome", "status", "error")),
                BulkOutcome.valueOf(members.required("outcome")));
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(WireMembers.CONNECTION_ID, connectionId)
                .put("outcome", outcome)
                .put("status", status)
                .put("error", error(), ApiError::toMap)
                .putMembers(additionalMembers)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BulkItem that
                && connectionId.equals(that.connectionId)
                && outcome == that.outcome
                && status == that.status
                && Objects.equals(error, that.error)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectionId, outcome, status, error, additionalMembers);
    }

    /**
     * Restores the transient members.
     *
     * @return the instance, without additional members
     */
    @Serial
    private Object readResolve() {
        return new BulkItem(builder(connectionId).status(status).error(error), outcome);
    }

    /** Returns the id, the outcome, the status and the error. */
    @Override
    public String toString() {
        String code = error == null ? "" : error.code().orElse("");
        boolean showsStatus = status != 0 && !code.endsWith(String.valueOf(status));
        return connectionId + " " + outcome + (showsStatus ? " " + status : "") + (error == null ? "" : " " + error);
    }

    /** Builds a {@link BulkItem}. Not thread-safe. */
    public static final class Builder {

        private final String connectionId;
        private int status;
        private @Nullable ApiError error;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String connectionId) {
            this.connectionId = Arguments.require(connectionId, "connectionId");
        }

        /**
         * Sets the HTTP status for this connection. The default is 0, which means that there is none.
         *
         * @param status for example 204, or 0
         * @return this builder
         */
        public Builder status(int status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the error for this connection.
         *
         * @param error the error, or null
         * @return this builder
         */
        public Builder error(@Nullable ApiError error) {
            this.error = error;
            return this;
        }

        /**
         * Sets the members that the library does not model. The default is an empty map.
         *
         * @param additionalMembers strings, booleans, numbers, lists and maps, by the names of the API
         * @return this builder
         */
        public Builder additionalMembers(Map<String, ?> additionalMembers) {
            this.additionalMembers = ResponseMembers.of(additionalMembers);
            return this;
        }

        private BulkOutcome outcome() {
            if (error != null) {
                return BulkOutcome.FAILED;
            }
            if (status == 0) {
                return BulkOutcome.UNKNOWN;
            }
            return status >= 200 && status < 300 ? BulkOutcome.DONE : BulkOutcome.FAILED;
        }

        /**
         * Builds the item.
         *
         * @return the item
         */
        public BulkItem build() {
            return new BulkItem(this, outcome());
        }

        /** Returns the parts that are set. */
        @Override
        public String toString() {
            return "BulkItem.Builder[" + build() + "]";
        }
    }
}
