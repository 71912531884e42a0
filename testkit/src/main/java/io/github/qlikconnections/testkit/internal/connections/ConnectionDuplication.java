package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Answer;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Refusal;
import io.github.qlikconnections.testkit.internal.http.Routes.Call;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/data-connections/actions/duplicate}. */
final class ConnectionDuplication {

    private final ConnectionAccess access;
    private final ConnectionStore connections;
    private final CredentialStore credentials;
    private final CredentialChoice choice;
    private final ConnectionAnswers answers;
    private final SpaceStore spaces;
    private final Clock clock;

    ConnectionDuplication(
            ConnectionAccess access,
            ConnectionStore connections,
            CredentialStore credentials,
            CredentialChoice choice,
            ConnectionAnswers answers,
            SpaceStore spaces,
            Clock clock) {
        this.access = access;
        this.connections = connections;
        this.credentials = credentials;
        this.choice = choice;
        this.answers = answers;
        this.spaces = spaces;
        this.clock = clock;
    }

    Answer duplicate(Call call) {
        ObjectNode body = call.request().jsonObject();
        String id = ConnectionFields.required(body, "id");
        if (DataFiles.find(spaces, id).isPresent()) {
            throw Refusal.badRequest("The data files of a space cannot be duplicated");
        }
        Connection original = connections.find(id).orElseThrow(ConnectionAccess::unknown);
        if (!access.canRead(original, call.caller())) {
            throw Refusal.forbidden("No permission to read this connection");
        }
        Connection copy = original.copyAs(
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
                    .map(Credential::secrets)
                    .orElseGet(Json::object);
            secrets.setAll(body.deepCopy().retain("qUsername", "qPassword"));
            choice.embed(copy, secrets);
        }
        connections.put(copy);
        return Answer.json(201, answers.created(copy));
    }

    private String name(@Nullable String wanted, Connection copy) {
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
