package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles {@code POST /api/v1/data-connections/actions/duplicate}. */
final class DuplicateConnectionHandler {

    private final ConnectionAccess access;
    private final ConnectionStore connections;
    private final CredentialStore credentials;
    private final CredentialAssigner choice;
    private final ConnectionRenderer renderer;
    private final SpaceStore spaces;
    private final Clock clock;

    DuplicateConnectionHandler(
            ConnectionAccess access,
            ConnectionStore connections,
            CredentialStore credentials,
            CredentialAssigner choice,
            ConnectionRenderer renderer,
            SpaceStore spaces,
            Clock clock) {
        this.access = access;
        this.connections = connections;
        this.credentials = credentials;
        this.choice = choice;
        this.renderer = renderer;
        this.spaces = spaces;
        this.clock = clock;
    }

    Response duplicate(RoutedCall call) {
        ObjectNode body = call.request().jsonObject();
        String id = ConnectionFields.required(body, "id");
        if (DataFiles.find(spaces, id).isPresent()) {
            throw ApiErrorException.badRequest("The data files of a space cannot be duplicated");
        }
        ConnectionEntity original = connections.find(id).orElseThrow(ConnectionAccess::unknown);
        if (!access.canRead(original, call.caller())) {
            throw ApiErrorException.forbidden("No permission to read this connection");
        }
        ConnectionEntity copy = original.copyAs(
                connections.nextSequence(), UUID.randomUUID().toString(), ConnectionFields.hundredths(clock));
        copy.updated = copy.created;
        copy.user = call.caller().userId();
        String space = Json.text(body, "spaceId");
        String target = space == null ? original.space : space;
        copy.space = target == null || target.isEmpty()
                ? null
                : spaces.writable(target).id();
        copy.name = name(Json.text(body, "name"), copy);
        connections.requireFreeName(copy);
        if (!copy.separateCredentials) {
            ObjectNode secrets = credentials
                    .find(original.credentialId)
                    .map(CredentialEntity::secrets)
                    .orElseGet(Json::object);
            secrets.setAll(body.deepCopy().retain("qUsername", "qPassword"));
            choice.embed(copy, secrets);
        }
        connections.put(copy);
        return Response.json(201, renderer.created(copy));
    }

    private String name(@Nullable String wanted, ConnectionEntity copy) {
        if (wanted != null && !wanted.isEmpty()) {
            return ConnectionFields.name(wanted);
        }
        String name = copy.name;
        for (int i = 1; connections.find(copy.space, copy.user, name).isPresent(); i++) {
            name = copy.name + "(" + i + ")";
        }
        return name;
    }
}
