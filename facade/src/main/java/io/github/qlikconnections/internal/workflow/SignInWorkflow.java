package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.PatchOperation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Creates a connection for which a person signs in: asks for the address first, and creates with the code. Thread-safe. */
final class SignInWorkflow {

    private final DataConnectionsGateway gateway;
    private final CreateWorkflow creation;
    private final UpdateWorkflow updating;

    SignInWorkflow(DataConnectionsGateway gateway, CreateWorkflow creation, UpdateWorkflow updating) {
        this.gateway = gateway;
        this.creation = creation;
        this.updating = updating;
    }

    /** Requests the address. The tenant needs neither the code nor the secrets of the draft for it. */
    OAuthChallenge begin(Deadline deadline, ConnectionDraft draft) {
        if (draft.connectStatement().isPresent()) {
            throw new IllegalArgumentException("The draft of \"" + draft.name()
                    + "\" has a connect statement, which does not accept a sign-in code. Give the properties instead.");
        }
        ResolvedDraft accepted = creation.accept(deadline, withoutCode(draft));
        Set<String> secrets = accepted.secretProperties();
        ConnectionDraft.Builder asked = accepted.draft().toBuilder();
        secrets.forEach(asked::unset);
        OAuthChallenge challenge = gateway.begin(deadline, draft, asked.build(), accepted.spaceId());
        // A source without a sign-in ignores the question: its connection exists now, and has no secrets yet.
        challenge.created().ifPresent(created -> complete(deadline, created, accepted, secrets));
        return challenge;
    }

    DataConnection complete(Deadline deadline, OAuthChallenge challenge, Secret code) {
        if (challenge.created().isPresent()) {
            return challenge.created().get();
        }
        return creation.create(
                deadline,
                challenge.draft().toBuilder()
                        .authUrlOnly(false)
                        .secret(WireNames.AUTH_CODE, code)
                        .build());
    }

    /** The empty code is what the API expects, and satisfies a specification that requires a code. */
    private static ConnectionDraft withoutCode(ConnectionDraft draft) {
        return draft.toBuilder().authUrlOnly(true).set(WireNames.AUTH_CODE, "").build();
    }

    private void complete(Deadline deadline, DataConnection created, ResolvedDraft accepted, Set<String> secrets) {
        Map<String, Object> sent = new LinkedHashMap<>(accepted.draft().properties());
        sent.keySet().retainAll(secrets);
        sent.remove(WireNames.AUTH_CODE);
        if (sent.isEmpty()) {
            return;
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        sent.forEach((name, value) -> patch.operation(
                PatchOperation.set(PatchOperation.Op.ADD, JsonPointers.child(WireNames.PROPERTIES, name), value)));
        try {
            updating.update(deadline, created.id(), patch.build());
        } catch (QlikException e) {
            throw new QlikException(
                    created + " was created without a sign-in, and its secrets could not be set: " + e.getMessage(), e);
        }
    }
}
