package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;

/**
 * Handles {@code PUT /api/v1/data-connections/{qID}}. It replaces everything except embedded credentials, tags and the owner. Missing
 * members are set to their defaults, except {@code qConnectionSecret}, which does not change.
 */
final class ReplaceConnectionHandler {

    private final ConnectionAccess access;
    private final ConnectionStore connections;
    private final CredentialAssigner choice;
    private final PropertyTransforms forms;
    private final SpaceStore spaces;
    private final Clock clock;

    ReplaceConnectionHandler(
            ConnectionAccess access,
            ConnectionStore connections,
            CredentialAssigner choice,
            PropertyTransforms forms,
            SpaceStore spaces,
            Clock clock) {
        this.access = access;
        this.connections = connections;
        this.choice = choice;
        this.forms = forms;
        this.spaces = spaces;
        this.clock = clock;
    }

    Response put(RoutedCall call) {
        ConnectionAccess.requireUuid(call);
        ConnectionEntity before = access.writable(call, true);
        ObjectNode body = call.request().jsonObject();
        if (!ConnectionFields.required(body, "qID").equals(before.id)
                || !ConnectionFields.required(body, "qEngineObjectID").equals(before.id)) {
            throw ApiErrorException.badRequest("Fields qID and qEngineObjectID are not the id of this connection");
        }
        String statement = ConnectionFields.required(body, "qConnectStatement");
        ConnectionEntity after = before.copy();
        after.name = ConnectionFields.name(ConnectionFields.required(body, "qName"));
        after.type = ConnectionFields.required(body, "qType");
        after.properties = ConnectStatementCodec.parse(statement, before.source)
                .orElseThrow(() -> ApiErrorException.badRequest("Field qConnectStatement is not a connect statement"));
        after.statement = statement;
        forms.applyToAll(after);
        after.logOn = ConnectionFields.logOn(body.path("qLogOn"), 1);
        after.architecture = ConnectionFields.architecture(body.path("qArchitecture"), 0);
        String space = Json.text(body, "space");
        after.space =
                space == null || space.isEmpty() ? null : spaces.writable(space).id();
        String secret = Json.text(body, "qConnectionSecret");
        if (secret != null) {
            after.connectionSecret = secret.isEmpty() ? null : secret;
        }
        connections.requireFreeName(after);
        replaceCredential(before, after, body);
        after.updated = clock.instant();
        connections.put(after);
        return Response.empty(204);
    }

    private void replaceCredential(ConnectionEntity before, ConnectionEntity after, ObjectNode body) {
        String selected = Json.text(body, "qCredentialsID");
        if (selected != null && !selected.isEmpty()) {
            if (!selected.equals(before.credentialId)) {
                choice.select(after, selected);
                after.separateCredentials = true;
                choice.release(before.credentialId);
            }
            return;
        }
        // Embedded credentials cannot be removed by PUT. A separate credential is no longer referenced.
        after.separateCredentials = Json.truth(body.path("qSeparateCredentials"));
        if (before.separateCredentials || after.separateCredentials) {
            after.credentialId = null;
            choice.release(before.credentialId);
        }
    }
}
