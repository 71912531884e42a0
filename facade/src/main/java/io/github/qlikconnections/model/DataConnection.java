package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.text.ResponseMembers;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data connection as the tenant returns it from create, get and list.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class DataConnection {

    private final String id;
    private final String name;
    private final @Nullable String dataSourceId;
    private final @Nullable String spaceId;
    private final @Nullable String ownerId;
    private final @Nullable String connectorType;
    private final @Nullable String connectStatement;
    private final @Nullable String logOn;
    private final @Nullable Integer architecture;
    private final @Nullable String qri;
    private final @Nullable String tenantId;
    private final @Nullable String version;
    private final @Nullable String credentialsId;
    private final @Nullable String credentialsName;
    private final boolean separateCredentials;
    private final @Nullable Secret connectionSecret;
    private final @Nullable Instant created;
    private final @Nullable Instant updated;
    private final @Nullable List<String> tags;
    private final List<String> privileges;
    private final @Nullable Map<String, Object> properties;
    private final Map<String, Object> additionalMembers;

    private DataConnection(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.dataSourceId = builder.dataSourceId;
        this.spaceId = builder.spaceId;
        this.ownerId = builder.ownerId;
        this.connectorType = builder.connectorType;
        this.connectStatement = builder.connectStatement;
        this.logOn = builder.logOn;
        this.architecture = builder.architecture;
        this.qri = builder.qri;
        this.tenantId = builder.tenantId;
        this.version = builder.version;
        this.credentialsId = builder.credentialsId;
        this.credentialsName = builder.credentialsName;
        this.separateCredentials = builder.separateCredentials;
        this.connectionSecret = builder.connectionSecret;
        this.created = builder.created;
        this.updated = builder.updated;
        this.tags = builder.tags == null ? null : List.copyOf(builder.tags);
        this.privileges = List.copyOf(builder.privileges);
        this.properties = builder.properties == null
                ? null
                : Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
        this.additionalMembers = builder.additionalMembers;
    }

    /**
     * Creates a builder, for stubs and tests.
     *
     * @param id a UUID
     * @param name for example {@code Sales lake}
     * @return a builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Returns the id, {@code qID} of the API.
     *
     * @return a UUID
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name, {@code qName} of the API. It is unique in its space.
     *
     * @return for example {@code Sales lake}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the data source that it connects to.
     *
     * @return for example {@code rest}; empty for the data files of a space
     */
    public Optional<String> dataSourceId() {
        return Optional.ofNullable(dataSourceId);
    }

    /**
     * Returns the space of the connection.
     *
     * @return a space id; empty in the personal space
     */
    public Optional<String> spaceId() {
        return Optional.ofNullable(spaceId);
    }

    /**
     * Returns the user who owns it.
     *
     * @return a user id; empty if none was returned
     */
    public Optional<String> ownerId() {
        return Optional.ofNullable(ownerId);
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
     * Returns the connect statement. For a connection that was created from properties, the tenant derives it from them.
     * Its format is specific to the connector, so read {@link #properties()} instead.
     *
     * @return the statement; empty if none was returned
     */
    public Optional<String> connectStatement() {
        return Optional.ofNullable(connectStatement);
    }

    /**
     * Returns the user under whom the connector runs, {@code qLogOn} of the API.
     *
     * @return {@code 0}, {@code 1} or a word, as it was sent; empty if none was returned
     */
    public Optional<String> logOn() {
        return Optional.ofNullable(logOn);
    }

    /**
     * Returns the architecture of the connector, {@code qArchitecture} of the API.
     *
     * @return 0 for 64 bit, 1 for 32 bit; empty if none was returned
     */
    public Optional<Integer> architecture() {
        return Optional.ofNullable(architecture);
    }

    /**
     * Returns the encrypted resource identifier.
     *
     * @return a string that begins with {@code qri:}; empty if none was returned
     */
    public Optional<String> qri() {
        return Optional.ofNullable(qri);
    }

    /**
     * Returns the id of the tenant, {@code tenant} of the API.
     *
     * @return an opaque string; empty if none was returned
     */
    public Optional<String> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /**
     * Returns the version of the record.
     *
     * @return for example {@code V1}; empty if none was returned
     */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /**
     * Returns the credentials that the connection uses.
     *
     * @return an id for the data-credentials API; empty if none was returned
     */
    public Optional<String> credentialsId() {
        return Optional.ofNullable(credentialsId);
    }

    /**
     * Returns the name of the credentials that the connection uses.
     *
     * @return a name; empty if none was returned
     */
    public Optional<String> credentialsName() {
        return Optional.ofNullable(credentialsName);
    }

    /**
     * Returns whether the credentials are stored separately for each user ({@code qSeparateCredentials}).
     *
     * @return true for separated credentials
     */
    public boolean separateCredentials() {
        return separateCredentials;
    }

    /**
     * Returns the connection secret. Only the response to a request by id can contain it.
     *
     * @return the secret; empty if none was returned
     */
    public Optional<Secret> connectionSecret() {
        return Optional.ofNullable(connectionSecret);
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
     * Returns the tags, including the automatic one.
     *
     * @return an unmodifiable list; empty if there are none or they were not sent
     * @see #hasTags()
     */
    public List<String> tags() {
        return tags == null ? List.of() : tags;
    }

    /**
     * Returns whether the response contained tags. Some responses omit them, so an empty list does not mean that there
     * are none.
     *
     * @return true if {@link #tags()} is from the response
     */
    public boolean hasTags() {
        return tags != null;
    }

    /**
     * Returns the privileges of the caller, as the API names them. The API may add values.
     *
     * @return an unmodifiable list such as {@code read}, {@code update}
     */
    public List<String> privileges() {
        return privileges;
    }

    /**
     * Returns the connection properties without secrets, if they were requested.
     *
     * @return an unmodifiable map in the order of the response, of strings, booleans, numbers, lists and maps; empty
     *     if they were not sent. A number with a fraction or an exponent is a {@code BigDecimal} with the digits of
     *     the response.
     */
    public Map<String, Object> properties() {
        return properties == null ? Map.of() : properties;
    }

    /**
     * Returns whether the response contained connection properties. They are returned only on request.
     *
     * @return true if {@link #properties()} is from the response
     */
    public boolean hasProperties() {
        return properties != null;
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
                .put(WireMembers.SPACE, spaceId)
                .put("user", ownerId)
                .put(WireMembers.TYPE, connectorType)
                .putMember(WireMembers.CONNECT_STATEMENT, connectStatement)
                .put(WireMembers.LOG_ON, logOn)
                .put(WireMembers.ARCHITECTURE, architecture)
                .put(WireMembers.QRI, qri)
                .put(WireMembers.TENANT, tenantId)
                .put("version", version)
                .put(WireMembers.CREDENTIALS_ID, credentialsId)
                .put(WireMembers.CREDENTIALS_NAME, credentialsName)
                .put(WireMembers.SEPARATE_CREDENTIALS, separateCredentials)
                .put(WireMembers.CONNECTION_SECRET, connectionSecret)
                .put(WireMembers.CREATED, created)
                .put(WireMembers.UPDATED, updated)
                .put(WireMembers.TAGS, tags)
                .put(WireMembers.PRIVILEGES, privileges)
                .putMember(WireMembers.CONNECTION_PROPERTIES, properties)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Compares all members. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataConnection that
                && id.equals(that.id)
                && name.equals(that.name)
                && Objects.equals(dataSourceId, that.dataSourceId)
                && Objects.equals(spaceId, that.spaceId)
                && Objects.equals(ownerId, that.ownerId)
                && Objects.equals(connectorType, that.connectorType)
                && Objects.equals(connectStatement, that.connectStatement)
                && Objects.equals(logOn, that.logOn)
                && Objects.equals(architecture, that.architecture)
                && Objects.equals(qri, that.qri)
                && Objects.equals(tenantId, that.tenantId)
                && Objects.equals(version, that.version)
                && Objects.equals(credentialsId, that.credentialsId)
                && Objects.equals(credentialsName, that.credentialsName)
                && separateCredentials == that.separateCredentials
                && Objects.equals(connectionSecret, that.connectionSecret)
                && Objects.equals(created, that.created)
                && Objects.equals(updated, that.updated)
                && Objects.equals(tags, that.tags)
                && privileges.equals(that.privileges)
                && Objects.equals(properties, that.properties)
                && additionalMembers.equals(that.additionalMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, dataSourceId, spaceId, updated);
    }

    /** Returns the name, the id and the data source, without connect statement and properties. */
    @Override
    public String toString() {
        return "DataConnection[" + name + ", " + id + ", " + dataSourceId + "]";
    }

    /** Builds a {@link DataConnection}. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String name;
        private @Nullable String dataSourceId;
        private @Nullable String spaceId;
        private @Nullable String ownerId;
        private @Nullable String connectorType;
        private @Nullable String connectStatement;
        private @Nullable String logOn;
        private @Nullable Integer architecture;
        private @Nullable String qri;
        private @Nullable String tenantId;
        private @Nullable String version;
        private @Nullable String credentialsId;
        private @Nullable String credentialsName;
        private boolean separateCredentials;
        private @Nullable Secret connectionSecret;
        private @Nullable Instant created;
        private @Nullable Instant updated;
        private @Nullable List<String> tags;
        private List<String> privileges = List.of();
        private @Nullable Map<String, Object> properties;
        private Map<String, Object> additionalMembers = Map.of();

        private Builder(String id, String name) {
            this.id = Arguments.require(id, "id");
            this.name = Arguments.require(name, "name");
        }

        /**
         * Sets the value of {@link DataConnection#dataSourceId()}.
         *
         * @param dataSourceId for example {@code rest}
         * @return this builder
         */
        public Builder dataSourceId(@Nullable String dataSourceId) {
            this.dataSourceId = dataSourceId;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#spaceId()}.
         *
         * @param spaceId a space id
         * @return this builder
         */
        public Builder spaceId(@Nullable String spaceId) {
            this.spaceId = spaceId;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#ownerId()}.
         *
         * @param ownerId a user id
         * @return this builder
         */
        public Builder ownerId(@Nullable String ownerId) {
            this.ownerId = ownerId;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#connectorType()}.
         *
         * @param connectorType for example {@code QvRestConnector.exe}
         * @return this builder
         */
        public Builder connectorType(@Nullable String connectorType) {
            this.connectorType = connectorType;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#connectStatement()}.
         *
         * @param connectStatement the statement
         * @return this builder
         */
        public Builder connectStatement(@Nullable String connectStatement) {
            this.connectStatement = connectStatement;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#logOn()}.
         *
         * @param logOn {@code 0}, {@code 1} or a word, as it was sent
         * @return this builder
         */
        public Builder logOn(@Nullable String logOn) {
            this.logOn = logOn;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#architecture()}.
         *
         * @param architecture 0 or 1, or null
         * @return this builder
         */
        public Builder architecture(@Nullable Integer architecture) {
            this.architecture = architecture;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#qri()}.
         *
         * @param qri a string that begins with {@code qri:}
         * @return this builder
         */
        public Builder qri(@Nullable String qri) {
            this.qri = qri;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#tenantId()}.
         *
         * @param tenantId an opaque string
         * @return this builder
         */
        public Builder tenantId(@Nullable String tenantId) {
            this.tenantId = tenantId;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#version()}.
         *
         * @param version for example {@code V1}
         * @return this builder
         */
        public Builder version(@Nullable String version) {
            this.version = version;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#credentialsId()}.
         *
         * @param credentialsId an id for the data-credentials API
         * @return this builder
         */
        public Builder credentialsId(@Nullable String credentialsId) {
            this.credentialsId = credentialsId;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#credentialsName()}.
         *
         * @param credentialsName a name
         * @return this builder
         */
        public Builder credentialsName(@Nullable String credentialsName) {
            this.credentialsName = credentialsName;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#separateCredentials()}.
         *
         * @param separateCredentials true for separated credentials
         * @return this builder
         */
        public Builder separateCredentials(boolean separateCredentials) {
            this.separateCredentials = separateCredentials;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#connectionSecret()}.
         *
         * @param connectionSecret the secret
         * @return this builder
         */
        public Builder connectionSecret(@Nullable Secret connectionSecret) {
            this.connectionSecret = connectionSecret;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#created()}.
         *
         * @param created the time
         * @return this builder
         */
        public Builder created(@Nullable Instant created) {
            this.created = created;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#updated()}.
         *
         * @param updated the time
         * @return this builder
         */
        public Builder updated(@Nullable Instant updated) {
            this.updated = updated;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#tags()}.
         *
         * @param tags an unmodifiable list, or null if the response contains no tags
         * @return this builder
         */
        public Builder tags(@Nullable List<String> tags) {
            this.tags = tags;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#privileges()}.
         *
         * @param privileges an unmodifiable list such as {@code read}, {@code update}
         * @return this builder
         */
        public Builder privileges(List<String> privileges) {
            this.privileges = Arguments.list(privileges, "privileges");
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#properties()}.
         *
         * @param properties a map in the order of the response, of strings, booleans, numbers, lists and maps; null
         *     if the response contains no properties
         * @return this builder
         */
        public Builder properties(@Nullable Map<String, Object> properties) {
            this.properties = properties;
            return this;
        }

        /**
         * Sets the value of {@link DataConnection#additionalMembers()}.
         *
         * @param additionalMembers strings, booleans, numbers, lists and maps, by the names of the API
         * @return this builder
         */
        public Builder additionalMembers(Map<String, ?> additionalMembers) {
            this.additionalMembers = ResponseMembers.of(additionalMembers);
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value
         */
        public DataConnection build() {
            return new DataConnection(this);
        }

        /** Returns the name and the id. */
        @Override
        public String toString() {
            return "DataConnection.Builder[" + name + " (" + id + ")]";
        }
    }
}
