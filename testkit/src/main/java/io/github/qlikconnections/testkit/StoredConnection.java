package io.github.qlikconnections.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.connections.ConnectionEntity;
import io.github.qlikconnections.testkit.internal.connections.CredentialEntity;
import io.github.qlikconnections.testkit.internal.http.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a connection in a {@link FakeTenant}. Instances are immutable and thread-safe.
 *
 * <p>Property values are strings, numbers, booleans, lists and maps, as JSON has them.
 */
public final class StoredConnection {

    private final ConnectionEntity connection;
    private final @Nullable CredentialEntity credential;
    private final Map<String, Object> properties;
    private final Map<String, Object> secrets;

    StoredConnection(ConnectionEntity connection, @Nullable CredentialEntity credential) {
        this.connection = connection;
        this.credential = credential;
        this.properties = members(connection.properties());
        this.secrets = credential == null ? Map.of() : members(credential.secrets());
    }

    static Map<String, Object> members(ObjectNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            Object value = Json.plain(member.getValue());
            members.put(member.getKey(), value == null ? "" : value);
        });
        return Collections.unmodifiableMap(members);
    }

    /**
     * Returns the connection id, {@code qID} in responses.
     *
     * @return a UUID
     */
    public String id() {
        return connection.id();
    }

    /**
     * Returns the name of the connection, {@code qName} in responses.
     *
     * @return the name
     */
    public String name() {
        return connection.name();
    }

    /**
     * Returns the id of the data source.
     *
     * @return a data source id such as {@code rest}
     */
    public String dataSourceId() {
        return connection.dataSourceId();
    }

    /**
     * Returns the id of the space.
     *
     * @return a space id, empty for the owner's personal space
     */
    public Optional<String> space() {
        return Optional.ofNullable(connection.space());
    }

    /**
     * Returns the owner, {@code user} in responses.
     *
     * @return a user id
     */
    public String owner() {
        return connection.user();
    }

    /**
     * Returns the tags, including the automatic tag of connections that were created from properties.
     *
     * @return the tags in order
     */
    public List<String> tags() {
        return connection.tags();
    }

    /**
     * Returns the connect statement, {@code qConnectStatement} in responses.
     *
     * @return the connect statement as a client reads it
     */
    public String connectStatement() {
        return connection.connectStatement();
    }

    /**
     * Returns the connection properties that a client can read, as they were sent.
     *
     * @return the values by property name
     */
    public Map<String, Object> properties() {
        return properties;
    }

    /**
     * Returns the content of the credential, which no response contains: the secrets and the user name. The keys are property
     * names, or {@code qUsername} and {@code qPassword} for a connection that was created from a connect statement.
     *
     * @return the values by name, empty if the connection has no credential
     */
    public Map<String, Object> secrets() {
        return secrets;
    }

    /**
     * Returns whether each user has separate credentials, {@code qSeparateCredentials} in responses.
     *
     * @return true if the credentials are separate
     */
    public boolean separateCredentials() {
        return connection.separateCredentials();
    }

    /**
     * Returns the id of the credential in use, {@code qCredentialsID} in responses.
     *
     * @return a UUID, empty if there is none
     */
    public Optional<String> credentialId() {
        return Optional.ofNullable(connection.credentialId());
    }

    /**
     * Returns the name of the credential in use if it is a separate one.
     *
     * @return the name, empty for an embedded credential
     */
    public Optional<String> credentialName() {
        return Optional.ofNullable(credential)
                .filter(CredentialEntity::separated)
                .map(CredentialEntity::name);
    }

    /**
     * Returns the time of the creation.
     *
     * @return the instant, in whole hundredths of a second
     */
    public Instant created() {
        return connection.created();
    }

    /**
     * Returns the time of the last change.
     *
     * @return the instant
     */
    public Instant updated() {
        return connection.updated();
    }

    /**
     * Returns the id, name and data source, without properties, because they can be secret.
     *
     * @return a short string for failure messages of tests
     */
    @Override
    public String toString() {
        return "StoredConnection[" + id() + " " + name() + ", " + dataSourceId() + "]";
    }
}
