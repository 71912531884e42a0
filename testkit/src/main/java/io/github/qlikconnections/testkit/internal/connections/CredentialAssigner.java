package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds or makes the credential that a connection is to use. */
final class CredentialAssigner {

    private final CredentialStore credentials;
    private final Clock clock;

    CredentialAssigner(CredentialStore credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Keeps secrets inside the connection. */
    void embed(ConnectionEntity connection, ObjectNode secrets) {
        connection.separateCredentials = false;
        connection.credentialId = store(connection, connection.name, false, secrets);
    }

    /**
     * Keeps secrets outside the connection: in the credential that {@code selectedCredentials} names, in a new one with
     * the name {@code credentialsName}, or in none yet.
     */
    void separate(ConnectionEntity connection, ObjectNode choice, ObjectNode secrets) {
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
    void ofStatement(ConnectionEntity connection, ObjectNode body) {
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
     * @throws ApiErrorException 404 when the user has none of that id, 400 when it belongs to another data source
     */
    void select(ConnectionEntity connection, String id) {
        connection.credentialId =
                usable(connection, credentials.find(id).filter(found -> found.user.equals(connection.user)));
    }

    /** The id of a credential that a caller names to read a connection with. */
    String usable(ConnectionEntity connection, String wanted, boolean byName, Principal caller) {
        return usable(
                connection,
                byName
                        ? credentials.named(wanted, caller.userId())
                        : credentials.find(wanted).filter(found -> found.user.equals(caller.userId())));
    }

    private static String usable(ConnectionEntity connection, Optional<CredentialEntity> found) {
        CredentialEntity credential = found.orElseThrow(() -> ApiErrorException.notFound("The credential does not exist"));
        if (!credential.dataSourceId.equals(connection.source.id())) {
            throw ApiErrorException.badRequest("The credential belongs to data source " + credential.dataSourceId);
        }
        return credential.id;
    }

    /** Puts newer secrets into a credential, in place of all that it had of the properties that were changed. */
    void update(@Nullable String id, ObjectNode secrets, Set<String> changed) {
        credentials.find(id).map(CredentialEntity::copy).ifPresent(newer -> {
            ObjectNode before = newer.secrets.deepCopy();
            // A list that has lost its secret entries must not come back.
            newer.secrets.remove(changed);
            newer.secrets.setAll(secrets);
            if (!secrets.isEmpty() || !newer.secrets.equals(before)) {
                newer.updated = clock.instant();
                credentials.put(newer);
            }
        });
    }

    /** Lets go of a credential that lived in this connection only. */
    void release(@Nullable String id) {
        credentials.find(id).filter(credential -> !credential.separated).ifPresent(gone -> credentials.remove(gone.id));
    }

    /** Makes a separated credential that no connection uses yet. */
    String seed(DataSourceDefinition source, String name, ObjectNode secrets, Principal owner) {
        return store(source, source.provider(), owner.userId(), name, true, secrets);
    }

    private String store(ConnectionEntity connection, String name, boolean separated, ObjectNode secrets) {
        return store(connection.source, connection.type, connection.user, name, separated, secrets);
    }

    private String store(DataSourceDefinition source, String type, String user, String name, boolean separated, ObjectNode secrets) {
        String id = UUID.randomUUID().toString();
        credentials.put(new CredentialEntity(id, name, separated, user, source.id(), type, clock.instant(), secrets));
        return id;
    }
}
