package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Separated credentials as the data-credentials API returns them: everything but the secret.
 *
 * <p>Instances are immutable and thread-safe.
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
    private final Map<String, Object> additionalMembers;

    private DataCredential(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.dataSourceId = builder.dataSourceId;
        this.connectorType = builder.connectorType;
        this.ownerId = builder.ownerId;
        this.connectionCount = builder.connectionCount;
        this.created = builder.created;
        this.updated = builder.updated;
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder of credentials, for stubs and tests.
     *
     * @param id the id
     * @param name the name
     * @return a builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Returns the id, {@code qID} of the API.
     *
     * @return an id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name, {@code qName} of the API.
     *
     * @return a name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the data source of the credentials.
     *
     * @return for example {@code rest}; empty if none was returned
     */
    public Optional<String> dataSourceId() {
        return Optional.ofNullable(dataSourceId);
    }

    /**
     * Returns the connector program, {@code qType} of the API.
     *
     * @return for example {@code QvRestConnector.exe}; empty if none was returned
     */
    public Optional<String> connectorType() {
        return Optional.ofNullable(connectorType);
    }

    /**
     * Returns the user who owns the credentials.
     *
     * @return a user id; empty if none was returned, as for a single credential
     */
    public Optional<String> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    /**
     * Returns how many connections use the credentials.
     *
     * @return 0 or more; 0 for orphaned credentials
     */
    public int connectionCount() {
        return connectionCount;
    }

    /**
     * Returns the time of creation.
     *
     * @return the time; empty if none was returned or it is not readable
     */
    public Optional<Instant> created() {
        return Optional.ofNullable(created);
    }

    /**
     * Returns the time of the last change.
     *
     * @return the time; empty if none was returned or it is not readable
     */
    public Optional<Instant> updated() {
        return Optional.ofNullable(updated);
    }

    /**
     * Returns the members of the response that the library does not model, by the names of the API.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without nulls; a string whose name suggests a
     *     secret is a {@link io.github.qlikconnections.auth.Secret}
     */
    public Map<String, Object> additionalMembers() {
        return additionalMembers;
    }

    /**
     * Returns the values for a JSON library: members of the API by their names in the API, other values by the names of their methods. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(WireMembers.ID, id)
                .put(WireMembers.NAME, name)
                .put(WireMembers.DATA_SOURCE_ID_OF_CONNECTION, dataSourceId)
                .put(WireMembers.TYPE, connectorType)
                .put("user", ownerId)
                .put(WireMembers.CONNECTION_COUNT, connectionCount)
                .put(WireMembers.CREATED, created)
                .put(WireMembers.UPDATED, updated)
                .putMembers(additionalMembers)
                .toMap();
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
                && Objects.equals(updated, that.updated)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, dataSourceId, connectorType, ownerId, connectionCount, created, updated);
    }

    /** Returns the name, the id and the data source. */
    @Override
    public String toString() {
        return "DataCredential[" + name + ", " + id + ", " + dataSourceId + "]";
    }

    /** Builds a {@link DataCredential}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String name;
        private @Nullable String dataSourceId;
        private @Nullable String connectorType;
        private @Nullable String ownerId;
        private int connectionCount;
        private @Nullable Instant created;
        private @Nullable Instant updated;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String id, String name) {
            this.id = Arguments.require(id, "id");
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the data source of the credentials.
         *
         * @param dataSourceId for example {@code rest}, or null
         * @return this builder
         */
        public Builder dataSourceId(@Nullable String dataSourceId) {
            this.dataSourceId = dataSourceId;
            return this;
        }

        /**
         * Sets the connector program.
         *
         * @param connectorType for example {@code QvRestConnector.exe}, or null
         * @return this builder
         */
        public Builder connectorType(@Nullable String connectorType) {
            this.connectorType = connectorType;
            return this;
        }

        /**
         * Sets the owner.
         *
         * @param ownerId a user id, or null
         * @return this builder
         */
        public Builder ownerId(@Nullable String ownerId) {
            this.ownerId = ownerId;
            return this;
        }

        /**
         * Sets how many connections use the credentials. The default is 0.
         *
         * @param connectionCount 0 or more
         * @return this builder
         */
        public Builder connectionCount(int connectionCount) {
            this.connectionCount = connectionCount;
            return this;
        }

        /**
         * Sets the time of creation.
         *
         * @param created the time, or null
         * @return this builder
         */
        public Builder created(@Nullable Instant created) {
            this.created = created;
            return this;
        }

        /**
         * Sets the time of the last change.
         *
         * @param updated the time, or null
         * @return this builder
         */
        public Builder updated(@Nullable Instant updated) {
            this.updated = updated;
            return this;
        }

        /**
         * Sets the value of {@link DataCredential#additionalMembers()}.
         *
         * @param additionalMembers strings, booleans, numbers, lists and maps, by the names of the API
         * @return this builder
         */
        public Builder additionalMembers(Map<String, ?> additionalMembers) {
            this.additionalMembers = ResponseMembers.of(additionalMembers);
            return this;
        }

        /**
         * Builds the credentials.
         *
         * @return the credentials
         */
        public DataCredential build() {
            return new DataCredential(this);
        }

        /** Returns the name and the id. */
        @Override
        public String toString() {
            return "DataCredential.Builder[" + name + " (" + id + ")]";
        }
    }
}
