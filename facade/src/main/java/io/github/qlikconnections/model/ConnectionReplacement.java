package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A complete new definition of a connection with a connect statement, for {@link
 * io.github.qlikconnections.DataConnections#replace(String, ConnectionReplacement)}. The API replaces everything: a
 * member that is not given is cleared, except the connection secret.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class ConnectionReplacement {

    private final String name;
    private final String connectorType;
    private final String connectStatement;
    private final @Nullable String dataSourceId;
    private final @Nullable SpaceRef space;
    private final @Nullable String logOn;
    private final @Nullable Integer architecture;
    private final @Nullable Boolean separateCredentials;
    private final @Nullable String credentialsId;
    private final @Nullable Secret connectionSecret;
    private final Map<String, Object> additionalMembers;

    private ConnectionReplacement(Builder builder) {
        this.name = builder.name;
        this.connectorType = builder.connectorType;
        this.connectStatement = builder.connectStatement;
        this.dataSourceId = builder.dataSourceId;
        this.space = builder.space;
        this.logOn = builder.logOn;
        this.architecture = builder.architecture;
        this.separateCredentials = builder.separateCredentials;
        this.credentialsId = builder.credentialsId;
        this.connectionSecret = builder.connectionSecret;
        this.additionalMembers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalMembers));
    }

    /**
     * Creates a builder of a definition.
     *
     * @param name the name of the connection
     * @param connectorType the connector program, such as {@code QvRestConnector.exe}
     * @param connectStatement the whole connect statement, in the encoding of the connector
     * @return a builder
     */
    public static Builder builder(String name, String connectorType, String connectStatement) {
        return new Builder(name, connectorType, connectStatement);
    }

    /**
     * Creates a builder with all values of a connection, except its connection secret, which the API keeps if it is not
     * sent.
     *
     * @param connection a connection as the tenant returned it, with its connector type and connect statement
     * @return a builder
     * @throws IllegalArgumentException if the connection has no connector type or no connect statement
     */
    public static Builder builder(DataConnection connection) {
        Arguments.require(connection, "connection");
        return builder(
                connection,
                connection.connectorType().orElseThrow(() -> lacks("connector type")),
                connection.connectStatement().orElseThrow(() -> lacks("connect statement")));
    }

    /**
     * Creates a builder with another connector program and connect statement, and with all other values of a connection
     * except its connection secret.
     *
     * @param connection a connection as the tenant returned it
     * @param connectorType the connector program, such as {@code QvRestConnector.exe}
     * @param connectStatement the whole connect statement, in the encoding of the connector
     * @return a builder
     */
    public static Builder builder(DataConnection connection, String connectorType, String connectStatement) {
        Builder builder =
                new Builder(Arguments.require(connection, "connection").name(), connectorType, connectStatement);
        connection.dataSourceId().ifPresent(builder::dataSource);
        connection.spaceId().ifPresent(id -> builder.in(SpaceRef.ofId(id)));
        connection.logOn().ifPresent(builder::logOn);
        connection.architecture().ifPresent(builder::architecture);
        connection.credentialsId().ifPresent(builder::credentials);
        return builder.separateCredentials(connection.separateCredentials());
    }

    private static IllegalArgumentException lacks(String what) {
        return new IllegalArgumentException("The connection was read without its " + what + ". Read it with get(id).");
    }

    /**
     * Returns the name of the connection, {@code qName} of the API.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the connector program, {@code qType} of the API.
     *
     * @return for example {@code QvRestConnector.exe}
     */
    public String connectorType() {
        return connectorType;
    }

    /**
     * Returns the connect statement.
     *
     * @return the statement
     */
    public String connectStatement() {
        return connectStatement;
    }

    /**
     * Returns the data source.
     *
     * @return the id, empty if none was given
     */
    public Optional<String> dataSourceId() {
        return Optional.ofNullable(dataSourceId);
    }

    /**
     * Returns the space.
     *
     * @return the space, empty if none was given
     */
    public Optional<SpaceRef> space() {
        return Optional.ofNullable(space);
    }

    /**
     * Returns the account under which the connector logs on, {@code qLogOn} of the API.
     *
     * @return for example {@code 1} or {@code LOG_ON_CURRENT_USER}, empty if none was given
     */
    public Optional<String> logOn() {
        return Optional.ofNullable(logOn);
    }

    /**
     * Returns the architecture of the connector, {@code qArchitecture} of the API.
     *
     * @return 0 for 64 bit, 1 for 32 bit; empty if none was given
     */
    public Optional<Integer> architecture() {
        return Optional.ofNullable(architecture);
    }

    /**
     * Returns whether the credentials are stored separately for each user, {@code qSeparateCredentials} of the API.
     *
     * @return true for separated credentials, empty if not given
     */
    public Optional<Boolean> separateCredentials() {
        return Optional.ofNullable(separateCredentials);
    }

    /**
     * Returns the credentials, {@code qCredentialsID} of the API.
     *
     * @return an id for the data credentials API, empty if none was given
     */
    public Optional<String> credentialsId() {
        return Optional.ofNullable(credentialsId);
    }

    /**
     * Returns the connection secret.
     *
     * @return the secret, empty if none was given
     */
    public Optional<Secret> connectionSecret() {
        return Optional.ofNullable(connectionSecret);
    }

    /**
     * Returns the members that are sent although the library does not model them.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps in the order given; a string whose name suggests
     *     a secret is a {@link Secret}
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
                .put(WireMembers.NAME, name)
                .put(WireMembers.TYPE, connectorType)
                .putMember(WireMembers.CONNECT_STATEMENT, connectStatement)
                .put(WireMembers.DATA_SOURCE_ID_OF_CONNECTION, dataSourceId)
                .put(WireMembers.SPACE, space().flatMap(SpaceRef::id))
                .put("spaceName", space().flatMap(SpaceRef::name))
                .put(WireMembers.LOG_ON, logOn)
                .put(WireMembers.ARCHITECTURE, architecture)
                .put(WireMembers.SEPARATE_CREDENTIALS, separateCredentials)
                .put(WireMembers.CREDENTIALS_ID, credentialsId)
                .put(WireMembers.CONNECTION_SECRET, connectionSecret)
                .putMembers(additionalMembers)
                .toMap();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return "ConnectionReplacement[" + name + "]";
    }

    /** Builds a {@link ConnectionReplacement}. Not thread-safe. */
    public static final class Builder {

        private String name;
        private final String connectorType;
        private String connectStatement;
        private @Nullable String dataSourceId;
        private @Nullable SpaceRef space;
        private @Nullable String logOn;
        private @Nullable Integer architecture;
        private @Nullable Boolean separateCredentials;
        private @Nullable String credentialsId;
        private @Nullable Secret connectionSecret;
        private final Map<String, Object> additionalMembers = new LinkedHashMap<>();

        private Builder(String name, String connectorType, String connectStatement) {
            this.name = Arguments.require(name, "name");
            this.connectorType = Arguments.require(connectorType, "connectorType");
            this.connectStatement = Arguments.require(connectStatement, "connectStatement");
        }

        /**
         * Sets the name.
         *
         * @param value a name that is free in its space
         * @return this builder
         */
        public Builder name(String value) {
            this.name = Arguments.optional(value, "name");
            return this;
        }

        /**
         * Sets the connect statement.
         *
         * @param value the whole statement, in the encoding of the connector
         * @return this builder
         */
        public Builder connectStatement(String value) {
            this.connectStatement = Arguments.optional(value, "connectStatement");
            return this;
        }

        /**
         * Sets the data source.
         *
         * @param value its id
         * @return this builder
         */
        public Builder dataSource(String value) {
            this.dataSourceId = Arguments.optional(value, "dataSource");
            return this;
        }

        /**
         * Sets the space.
         *
         * @param space the space, by id or by name
         * @return this builder
         */
        public Builder in(SpaceRef space) {
            this.space = Arguments.optional(space, "space");
            return this;
        }

        /**
         * Sets the account under which the connector logs on.
         *
         * @param value {@code 0}, {@code 1}, {@code LOG_ON_SERVICE_USER} or {@code LOG_ON_CURRENT_USER}
         * @return this builder
         */
        public Builder logOn(String value) {
            this.logOn = Arguments.optional(value, "logOn");
            return this;
        }

        /**
         * Sets the architecture of the connector.
         *
         * @param value 0 for 64 bit, 1 for 32 bit
         * @return this builder
         */
        public Builder architecture(int value) {
            this.architecture = value;
            return this;
        }

        /**
         * Sets whether the credentials are stored separately for each user.
         *
         * @param value true for separated credentials
         * @return this builder
         */
        public Builder separateCredentials(boolean value) {
            this.separateCredentials = value;
            return this;
        }

        /**
         * Sets the credentials.
         *
         * @param value an id for the data credentials API
         * @return this builder
         */
        public Builder credentials(String value) {
            this.credentialsId = Arguments.optional(value, "credentials");
            return this;
        }

        /**
         * Sets the connection secret.
         *
         * @param value the secret; an empty one clears it
         * @return this builder
         */
        public Builder connectionSecret(Secret value) {
            this.connectionSecret = Arguments.optional(value, "connectionSecret");
            return this;
        }

        /**
         * Adds a member to the request, for a member of the API that this version of the library does not model.
         *
         * @param name the name of the member
         * @param value a string, boolean, number, secret, list or map of these; a string whose name suggests a secret is sent
         *     and never shown
         * @return this builder
         * @throws IllegalArgumentException if the builder has a method for the member, or if the value is of another type
         */
        public Builder additionalMember(String name, Object value) {
            AdditionalMembers.add(additionalMembers, name, value, RequestSchema.REPLACEMENT);
            return this;
        }

        /**
         * Builds the definition.
         *
         * @return the definition
         */
        public ConnectionReplacement build() {
            return new ConnectionReplacement(this);
        }

        /** Returns the name and the connector type only, because the statement may contain secrets. */
        @Override
        public String toString() {
            return "ConnectionReplacement.Builder[" + connectorType + " \"" + name + "\"]";
        }
    }
}
