package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole new definition of a connection in the form of a connect statement: the body of {@code updateDataConnection}. It is for
 * those who hold the statement themselves; the API does not rotate inline credentials with it. Immutable; every setter gives a
 * changed copy.
 */
public final class ConnectionReplacement {

    private final String name;
    private final String connectorType;
    private final String connectStatement;
    private final @Nullable String dataSourceId;
    private final @Nullable SpaceRef space;
    private final @Nullable String credentialsId;
    private final @Nullable Secret connectionSecret;

    private ConnectionReplacement(
            String name,
            String connectorType,
            String connectStatement,
            @Nullable String dataSourceId,
            @Nullable SpaceRef space,
            @Nullable String credentialsId,
            @Nullable Secret connectionSecret) {
        this.name = Objects.requireNonNull(name, "name");
        this.connectorType = Objects.requireNonNull(connectorType, "connectorType");
        this.connectStatement = Objects.requireNonNull(connectStatement, "connectStatement");
        this.dataSourceId = dataSourceId;
        this.space = space;
        this.credentialsId = credentialsId;
        this.connectionSecret = connectionSecret;
    }

    /**
     * A definition with the members that the API needs.
     *
     * @param name the name
     * @param connectorType the connector program, for example {@code QvOdbcConnectorPackage.exe}
     * @param connectStatement the whole statement, in the connector's own encoding
     * @return the definition
     */
    public static ConnectionReplacement of(String name, String connectorType, String connectStatement) {
        return new ConnectionReplacement(name, connectorType, connectStatement, null, null, null, null);
    }

    /**
     * Names the data source.
     *
     * @param value for example {@code rest}
     * @return a changed copy
     */
    public ConnectionReplacement dataSource(String value) {
        return new ConnectionReplacement(
                name, connectorType, connectStatement, value, space, credentialsId, connectionSecret);
    }

    /**
     * Names the space.
     *
     * @param value the space, by id or by name
     * @return a changed copy
     */
    public ConnectionReplacement in(SpaceRef value) {
        return new ConnectionReplacement(
                name, connectorType, connectStatement, dataSourceId, value, credentialsId, connectionSecret);
    }

    /**
     * Refers to credentials that are managed on their own.
     *
     * @param value the id of the credentials
     * @return a changed copy
     */
    public ConnectionReplacement credentials(String value) {
        return new ConnectionReplacement(
                name, connectorType, connectStatement, dataSourceId, space, value, connectionSecret);
    }

    /**
     * Replaces the secret at the level of the connection; an empty one clears it.
     *
     * @param value the secret
     * @return a changed copy
     */
    public ConnectionReplacement connectionSecret(Secret value) {
        return new ConnectionReplacement(
                name, connectorType, connectStatement, dataSourceId, space, credentialsId, value);
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The connector program.
     *
     * @return for example {@code QvOdbcConnectorPackage.exe}
     */
    public String connectorType() {
        return connectorType;
    }

    /**
     * The whole statement.
     *
     * @return the statement
     */
    public String connectStatement() {
        return connectStatement;
    }

    /**
     * The data source.
     *
     * @return an id, empty when it was not given
     */
    public Optional<String> dataSourceId() {
        return Optional.ofNullable(dataSourceId);
    }

    /**
     * The space.
     *
     * @return the space, empty when it was not given
     */
    public Optional<SpaceRef> space() {
        return Optional.ofNullable(space);
    }

    /**
     * The credentials that are managed on their own.
     *
     * @return an id, empty when it was not given
     */
    public Optional<String> credentialsId() {
        return Optional.ofNullable(credentialsId);
    }

    /**
     * The secret at the level of the connection.
     *
     * @return the secret, empty to keep the one that is there
     */
    public Optional<Secret> connectionSecret() {
        return Optional.ofNullable(connectionSecret);
    }

    /** The name; no statement and no secret. */
    @Override
    public String toString() {
        return "ConnectionReplacement[" + name + "]";
    }
}
