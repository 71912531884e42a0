package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds or makes the credential that a connection is to use. */
final class CredentialChoice {

    private final CredentialStore credentials;
    private final Clock clock;

    CredentialChoice(CredentialStore credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Keeps secrets inside the connection. */
    void embed(Connection connection, ObjectNode secrets) {
        connection.separateCredentials = false;
        connection.credentialId = store(connection, connection.name, false, secrets);
    }

    /**
     * Keeps secrets outside the connection: in the credential that {@code selectedCredentials} names, in a new one with
     * the name {@code credentialsName}, or in none yet.
     */
    void separate(Connection connection, ObjectNode choice, ObjectNode secrets) {
        connection.separateCredentials = true;
        String selected = Json.text(choice, "selectedCredentials");
        String named = Json.text(choice, "credentialsName");
        if (selected != null && !selected.isEmpty()) {
            select(connection, selected);
        } else if (named != null && !named.isEmpty()) {
            connection.credentialId = store(connection, named, true, secrets);
        } else {
            connection.credentialId = null;
        }
    }

    /** The members {@code qCredentialsID}, {@code qCredentialsName}, {@code qUsername}, {@code qPassword} of a body. */
    void ofStatement(Connection connection, ObjectNode body) {
        ObjectNode secrets = Json.object();
        secrets.setAll(body.deepCopy().retain("qUsername", "qPassword"));
        String selected = Json.text(body, "qCredentialsID");
        connection.separateCredentials = Json.truth(body.path("qSeparateCredentials"));
        if (selected != null && !selected.isEmpty()) {
            select(connection, selected);
        } else if (connection.separateCredentials) {
            String named = Json.text(body, "qCredentialsName");
            connection.credentialId = named == null ? null : store(connection, named, true, secrets);
        } else {
            embed(connection, secrets);
        }
    }

    /**
     * Uses an existing credential.
     *
     * @throws Refusal 404 when the user has none of that id, 400 when it belongs to another data source
     */
    void select(Connection connection, String id) {
        Credential credential = credentials
                .find(id)
                .filter(found -> found.user.equals(connection.user))
                .orElseThrow(() -> Refusal.notFound("The credential " + id + " does not exist"));
        if (!credential.dataSourceId.equals(connection.source.id())) {
            throw Refusal.badRequest("The credential belongs to data source " + credential.dataSourceId);
        }
        connection.credentialId = id;
    }

    /** Lets go of a credential that lived in this connection only. */
    void release(@Nullable String id) {
        credentials.find(id).filter(credential -> !credential.separated).ifPresent(gone -> credentials.remove(gone.id));
    }

    private String store(Connection connection, String name, boolean separated, ObjectNode secrets) {
        Credential credential = new Credential(
                UUID.randomUUID().toString(),
                name,
                separated,
                connection.user,
                connection.source.id(),
                connection.type,
                clock.instant(),
                secrets);
        credentials.put(credential);
        return credential.id;
    }
}
