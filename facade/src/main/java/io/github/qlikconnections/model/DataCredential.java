package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Separated credentials, of which the API shows everything but the secret: the answer of get in the data-credentials document.
 *
 * <p>Immutable.
 */
public final class DataCredential {

    private final String id;
    private final String name;
    private final @Nullable String dataSourceId;
    private final @Nullable String connectorType;
    private final @Nullable String ownerId;
    private final int connectionCount;
    private final @Nullable Instant created;
    private final @Nullable Instant updated;

    private DataCredential(
            String id,
            String name,
            @Nullable String dataSourceId,
            @Nullable String connectorType,
            @Nullable String ownerId,
            int connectionCount,
            @Nullable Instant created,
            @Nullable Instant updated) {
        this.id = Arguments.given(id, "id");
        this.name = Arguments.given(name, "name");
        this.dataSourceId = dataSourceId;
        this.connectorType = connectorType;
        this.ownerId = ownerId;
        this.connectionCount = connectionCount;
        this.created = created;
        this.updated = updated;
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param id an id
     * @param name a name
     * @param dataSourceId for example {@code rest}, or null
     * @param connectorType for example {@code QvRestConnector.exe}, or null
     * @param ownerId a user id, or null
     * @param connectionCount 0 or more; 0 for orphans
     * @param created an instant, or null
     * @param updated an instant, or null
     * @return the value
     */
    public static DataCredential of(
            String id,
            String name,
            @Nullable String dataSourceId,
            @Nullable String connectorType,
            @Nullable String ownerId,
            int connectionCount,
            @Nullable Instant created,
            @Nullable Instant updated) {
        return new DataCredential(id, name, dataSourceId, connectorType, ownerId, connectionCount, created, updated);
    }

    /**
     * The id, {@code qID} of the API.
     *
     * @return an id
     */
    public String id() {
        return id;
    }

    /**
     * The name, {@code qName} of the API.
     *
     * @return a name
     */
    public String name() {
        return name;
    }

    /**
     * The data source that they are for.
     *
     * @return for example {@code rest}; empty when it was not sent
     */
    public Optional<String> dataSourceId() {
        return Optional.ofNullable(dataSourceId);
    }

    /**
     * The connector program, {@code qType} of the API.
     *
     * @return for example {@code QvRestConnector.exe}; empty when it was not sent
     */
    public Optional<String> connectorType() {
        return Optional.ofNullable(connectorType);
    }

    /**
     * The user who owns them.
     *
     * @return a user id; empty when it was not sent, as in the answer of get
     */
    public Optional<String> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    /**
     * How many connections use them.
     *
     * @return 0 or more; 0 for orphans
     */
    public int connectionCount() {
        return connectionCount;
    }

    /**
     * When they were created.
     *
     * @return an instant; empty when it was not sent or could not be read
     */
    public Optional<Instant> created() {
        return Optional.ofNullable(created);
    }

    /**
     * When they were last changed.
     *
     * @return an instant; empty when it was not sent or could not be read
     */
    public Optional<Instant> updated() {
        return Optional.ofNullable(updated);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataCredential that
                && id.equals(that.id)
                && name.equals(that.name)
                && Objects.equals(dataSourceId, that.dataSourceId)
                && Objects.equals(connectorType, that.connectorType)
                && Objects.equals(ownerId, that.ownerId)
                && connectionCount == that.connectionCount
                && Objects.equals(created, that.created)
                && Objects.equals(updated, that.updated);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, dataSourceId, connectorType, ownerId, connectionCount, created, updated);
    }

    /** The name, the id and the source. */
    @Override
    public String toString() {
        return "DataCredential[" + name + ", " + id + ", " + dataSourceId + "]";
    }
}
