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
 * A connection as a {@link FakeTenant} held it when it was asked: a snapshot that does not change. Safe for use by any
 * number of threads.
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
     * The connection's id, {@code qID} in answers.
     *
     * @return a UUID
     */
    public String id() {
        return connection.id();
    }

    /**
     * The connection's name, {@code qName} in answers.
     *
     * @return the name
     */
    public String name() {
        return connection.name();
    }

    /**
     * The data source it connects to.
     *
     * @return a data source id such as {@code rest}
     */
    public String dataSourceId() {
        return connection.dataSourceId();
    }

    /**
     * The space it stands in.
     *
     * @return a space id, empty for the owner's personal space
     */
    public Optional<String> space() {
        return Optional.ofNullable(connection.space());
    }

    /**
     * The owner, {@code user} in answers.
     *
     * @return a user id
     */
    public String owner() {
        return connection.user();
    }

    /**
     * The tags, among them the automatic one of connections made from properties.
     *
     * @return the tags in order
     */
    public List<String> tags() {
        return connection.tags();
    }

    /**
     * The connect statement, {@code qConnectStatement} in answers.
     *
     * @return the statement as a client would read it
     */
    public String connectStatement() {
        return connection.connectStatement();
    }

    /**
     * The connection properties that a client may read back, as they were sent.
     *
     * @return property name to value
     */
    public Map<String, Object> properties() {
        return properties;
    }

    /**
     * What the credential holds and no answer gives back, the secrets and the user name that belongs to them: by
     * property name, or under {@code qUsername} and {@code qPassword} for a connection made from a connect statement.
     *
     * @return name to value, empty when the connection has no credential
     */
    public Map<String, Object> secrets() {
        return secrets;
    }

    /**
     * Whether users bring their own credentials, {@code qSeparateCredentials} in answers.
     *
     * @return true when the credentials are separated
     */
    public boolean separateCredentials() {
        return connection.separateCredentials();
    }

    /**
     * The credential in use, {@code qCredentialsID} in answers.
     *
     * @return a UUID, empty when there is none
     */
    public Optional<String> credentialId() {
        return Optional.ofNullable(connection.credentialId());
    }

    /**
     * The name of the credential in use, when it is a separated one.
     *
     * @return the name, empty for an embedded credential
     */
    public Optional<String> credentialName() {
        return Optional.ofNullable(credential).filter(CredentialEntity::separated).map(CredentialEntity::name);
    }

    /**
     * When it was created.
     *
     * @return the instant, in whole hundredths of a second
     */
    public Instant created() {
        return connection.created();
    }

    /**
     * When it was changed last.
     *
     * @return the instant
     */
    public Instant updated() {
        return connection.updated();
    }

    /**
     * Id, name and data source; no property, for one could be secret.
     *
     * @return a short text for a test's failure message
     */
    @Override
    public String toString() {
        return "StoredConnection[" + id() + " " + name() + ", " + dataSourceId() + "]";
    }
}
