package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds or creates the credential of a connection. */
final class CredentialAssigner {

    private final CredentialStore credentials;
    private final Clock clock;

    CredentialAssigner(CredentialStore credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Stores secrets in an embedded credential. */
    void embed(ConnectionEntity connection, ObjectNode secrets) {
        connection.separateCredentials = false;
        connection.credentialId = store(connection, connection.name, false, secrets);
    }

    /**
     * Assigns a separate credential: the one of {@code selectedCredentials}, a new one with the name {@code credentialsName}, or
     * none.
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

    /** Assigns the credential from the members {@code qCredentialsID}, {@code qCredentialsName}, {@code qUsername}, {@code qPassword} of the body. */
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
     * Assigns an existing credential.
     *
     * @throws ApiErrorException 404 if the user has no credential with that id, 400 if it belongs to another data source
     */
    void select(ConnectionEntity connection, String id) {
        connection.credentialId =
                usable(connection, credentials.find(id).filter(found -> found.user.equals(connection.user)));
    }

    /** Returns the id of the credential that a caller selects to read a connection. */
    String usable(ConnectionEntity connection, String wanted, boolean byName, Principal caller) {
        return usable(
                connection,
                byName
                        ? credentials.named(wanted, caller.userId())
                        : credentials.find(wanted).filter(found -> found.user.equals(caller.userId())));
    }

    private static String usable(ConnectionEntity connection, Optional<CredentialEntity> found) {
        CredentialEntity credential =
                found.orElseThrow(() -> ApiErrorException.notFound("The credential does not exist"));
        if (!credential.dataSourceId.equals(connection.source.id())) {
            throw ApiErrorException.badRequest("The credential belongs to data source " + credential.dataSourceId);
        }
        return credential.id;
    }

    /** Replaces the secrets of the changed properties in a credential. */
    void update(@Nullable String id, ObjectNode secrets, Set<String> changed) {
        credentials.find(id).map(CredentialEntity::copy).ifPresent(newer -> {
            ObjectNode before = newer.secrets.deepCopy();
            // A list without its secret entries must not be restored.
            newer.secrets.remove(changed);
            newer.secrets.setAll(secrets);
            if (!secrets.isEmpty() || !newer.secrets.equals(before)) {
                newer.updated = clock.instant();
                credentials.put(newer);
            }
        });
    }

    /** Removes an embedded credential. */
    void release(@Nullable String id) {
        credentials
                .find(id)
                .filter(credential -> !credential.separated)
                .ifPresent(removed -> credentials.remove(removed.id));
    }

    /** Creates a separate credential that no connection uses. */
    String seed(DataSourceDefinition source, String name, ObjectNode secrets, Principal owner) {
        return store(source, source.provider(), owner.userId(), name, true, secrets);
    }

    private String store(ConnectionEntity connection, String name, boolean separated, ObjectNode secrets) {
        return store(connection.source, connection.type, connection.user, name, separated, secrets);
    }

    private String store(
            DataSourceDefinition source, String type, String user, String name, boolean separated, ObjectNode secrets) {
        String id = UUID.randomUUID().toString();
        credentials.put(new CredentialEntity(id, name, separated, user, source.id(), type, clock.instant(), secrets));
        return id;
    }
}
