package io.github.qlikconnections.model;

import io.github.qlikconnections.error.ApiError;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one connection of a bulk call.
 *
 * <p>Immutable.
 */
public final class BulkItem {

    private final String connectionId;
    private final int status;
    private final @Nullable ApiError error;

    private BulkItem(String connectionId, int status, @Nullable ApiError error) {
        this.connectionId = Objects.requireNonNull(connectionId, "connectionId");
        this.status = status;
        this.error = error;
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param connectionId a connection id
     * @param status for example 204
     * @param error the error, or null
     * @return the value
     */
    public static BulkItem of(String connectionId, int status, @Nullable ApiError error) {
        return new BulkItem(connectionId, status, error);
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
     * Whether this item was done. An item with an error has failed, whatever its status says.
     *
     * @return true when it succeeded
     */
    public boolean succeeded() {
        return error == null && status >= 200 && status < 300;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BulkItem that
                && connectionId.equals(that.connectionId)
                && status == that.status
                && Objects.equals(error, that.error);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectionId, status, error);
    }

    /** The id, the status and the error. */
    @Override
    public String toString() {
        return connectionId + " " + status + (error == null ? "" : " " + error);
    }
}
