package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored connection. Changes are made on a copy that then replaces the original, so that a failed request changes nothing.
 */
public final class ConnectionEntity {

    final long sequence;
    final String id;
    final DataSourceDefinition source;
    final Instant created;

    String name = "";
    String type;
    String user;

    @Nullable String space;

    List<String> tags = List.of();

    /** The properties without secrets, which are in the credential. */
    ObjectNode properties;

    /** The names of properties that are returned exactly as stored, regardless of the type in the schema. */
    Set<String> normalized = Set.of();

    /** The statement as it was sent. If it was not sent, it is built from the properties. */
    @Nullable String statement;

    boolean separateCredentials;

    @Nullable String credentialId;

    @Nullable String connectionSecret;

    int logOn = 1;
    int architecture;
    Instant updated;

    ConnectionEntity(
            long sequence,
            String id,
            DataSourceDefinition source,
            String user,
            Instant created,
            ObjectNode properties) {
        this.sequence = sequence;
        this.id = id;
        this.source = source;
        this.user = user;
        this.created = created;
        this.updated = created;
        this.type = source.provider();
        this.properties = properties;
    }

    ConnectionEntity copyAs(long otherSequence, String otherId, Instant when) {
        ConnectionEntity copy = new ConnectionEntity(otherSequence, otherId, source, user, when, properties.deepCopy());
        copy.name = name;
        copy.type = type;
        copy.space = space;
        copy.tags = tags;
        copy.normalized = normalized;
        copy.statement = statement;
        copy.separateCredentials = separateCredentials;
        copy.credentialId = credentialId;
        copy.connectionSecret = connectionSecret;
        copy.logOn = logOn;
        copy.architecture = architecture;
        copy.updated = updated;
        return copy;
    }

    ConnectionEntity copy() {
        return copyAs(sequence, id, created);
    }

    /** Returns the scope in which the name must be unique: the space, or the personal space of the user. */
    String scope() {
        return scope(space, user);
    }

    static String scope(@Nullable String space, String user) {
        return space == null ? "personal:" + user : "space:" + space;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String dataSourceId() {
        return source.id();
    }

    public String type() {
        return type;
    }

    public String user() {
        return user;
    }

    public @Nullable String space() {
        return space;
    }

    public List<String> tags() {
        return tags;
    }

    public ObjectNode properties() {
        return properties.deepCopy();
    }

    public String connectStatement() {
        return connectStatement(properties);
    }

    /** Returns the statement as it was sent, or one with these properties. */
    String connectStatement(ObjectNode visible) {
        return statement != null ? statement : ConnectStatementCodec.format(source, visible);
    }

    public boolean separateCredentials() {
        return separateCredentials;
    }

    public @Nullable String credentialId() {
        return credentialId;
    }

    public @Nullable String connectionSecret() {
        return connectionSecret;
    }

    public Instant created() {
        return created;
    }

    public Instant updated() {
        return updated;
    }
}
