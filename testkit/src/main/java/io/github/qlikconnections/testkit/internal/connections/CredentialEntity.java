package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * The secrets of a connection. An embedded credential exists as long as its connection. A separate credential has a name and a
 * user, and does not depend on the connections that use it.
 */
public final class CredentialEntity {

    final String id;
    final String user;
    final String dataSourceId;
    final Instant created;
    final boolean separated;

    String name;
    String type;
    Instant updated;

    /** The received values by property name, or {@code qUsername} and {@code qPassword} for connections from a statement. */
    ObjectNode secrets;

    CredentialEntity(
            String id,
            String name,
            boolean separated,
            String user,
            String dataSourceId,
            String type,
            Instant created,
            ObjectNode secrets) {
        this.id = id;
        this.name = name;
        this.separated = separated;
        this.user = user;
        this.dataSourceId = dataSourceId;
        this.type = type;
        this.created = created;
        this.updated = created;
        this.secrets = secrets;
    }

    CredentialEntity copy() {
        CredentialEntity copy =
                new CredentialEntity(id, name, separated, user, dataSourceId, type, created, secrets.deepCopy());
        copy.updated = updated;
        return copy;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean separated() {
        return separated;
    }

    public String user() {
        return user;
    }

    public String dataSourceId() {
        return dataSourceId;
    }

    /** Returns the received values, which no response contains. */
    public ObjectNode secrets() {
        return secrets.deepCopy();
    }
}
