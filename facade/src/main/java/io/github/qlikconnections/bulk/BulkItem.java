package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one connection of a bulk call.
 *
 * <p>Immutable.
 */
public final class BulkItem {

    private final String connectionId;
    private final BulkOutcome outcome;
    private final int status;
    private final @Nullable ApiError error;

    private BulkItem(String connectionId, BulkOutcome outcome, int status, @Nullable ApiError error) {
        this.connectionId = Arguments.given(connectionId, "connectionId");
        this.outcome = Arguments.given(outcome, "outcome");
        this.status = status;
        this.error = error;
    }

    /**
     * Creates an item from the response of the tenant for one connection, for stubs and tests. An item with an error has failed,
     * regardless of its status. The outcome of an item with neither an error nor a status is unknown.
     *
     * @param connectionId a connection id
     * @param status for example 204; 0 for none
     * @param error the error, or null
     * @return the value
     */
    public static BulkItem of(String connectionId, int status, @Nullable ApiError error) {
        boolean done = error == null && status >= 200 && status < 300;
        boolean unanswered = error == null && status == 0;
        return new BulkItem(
                connectionId,
                done ? BulkOutcome.DONE : unanswered ? BulkOutcome.UNKNOWN : BulkOutcome.FAILED,
                status,
                error);
    }

    /**
     * Creates an item for a connection for which the tenant sent no response.
     *
     * @param connectionId a connection id
     * @param outcome what was seen of it
     * @return the value
     */
    public static BulkItem unanswered(String connectionId, BulkOutcome outcome) {
        return new BulkItem(connectionId, outcome, 0, null);
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
     * The outcome of it.
     *
     * @return the outcome
     */
    public BulkOutcome outcome() {
        return outcome;
    }

    /**
     * The HTTP status of this item; 0 when the tenant did not answer for it.
     *
     * @return for example 204
     */
    public int status() {
        return status;
    }

    /**
     * Why it failed.
     *
     * @return the error; empty when it succeeded or the tenant gave no reason
     */
    public Optional<ApiError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Whether this item was done.
     *
     * @return true when its outcome is {@link BulkOutcome#DONE}
     */
    public boolean succeeded() {
        return outcome == BulkOutcome.DONE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BulkItem that
                && connectionId.equals(that.connectionId)
                && outcome == that.outcome
                && status == that.status
                && Objects.equals(error, that.error);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectionId, outcome, status, error);
    }

    /** The id, the outcome, the status and the error. */
    @Override
    public String toString() {
        return connectionId + " " + outcome + (status == 0 ? "" : " " + status) + (error == null ? "" : " " + error);
    }
}
