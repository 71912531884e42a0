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
    private final CreateWorkflow createWorkflow;
    private final UpdateWorkflow updateWorkflow;

    SignInWorkflow(DataConnectionsGateway gateway, CreateWorkflow createWorkflow, UpdateWorkflow updateWorkflow) {
        this.gateway = gateway;
        this.createWorkflow = createWorkflow;
        this.updateWorkflow = updateWorkflow;
    }

    /** Requests the address. The tenant needs neither the code nor the secrets of the draft for it. */
    OAuthChallenge begin(Deadline deadline, ConnectionDraft draft) {
        if (draft.connectStatement().isPresent()) {
            throw new IllegalArgumentException("The draft of \"" + draft.name()
                    + "\" has a connect statement, which does not accept a sign-in code. Give the properties instead.");
        }
        ResolvedDraft resolved = createWorkflow.resolveValid(deadline, withEmptyCode(draft));
        Set<String> secrets = resolved.secretProperties();
        ConnectionDraft.Builder urlDraft = resolved.draft().toBuilder();
        secrets.forEach(urlDraft::unset);
        OAuthChallenge challenge = gateway.begin(deadline, draft, urlDraft.build(), resolved.spaceId());
        // A source without a sign-in ignores the question: its connection exists now, and has no secrets yet.
        challenge.created().ifPresent(created -> sendSecrets(deadline, created, resolved, secrets));
        return challenge;
    }

    DataConnection complete(Deadline deadline, OAuthChallenge challenge, Secret code) {
        if (challenge.created().isPresent()) {
            return challenge.created().get();
        }
        return createWorkflow.create(
                deadline,
                challenge.draft().toBuilder()
                        .authUrlOnly(false)
                        .secret(WireNames.AUTH_CODE, code)
                        .build());
    }

    /** The empty code is what the API expects, and satisfies a specification that requires a code. */
    private static ConnectionDraft withEmptyCode(ConnectionDraft draft) {
        return draft.toBuilder().authUrlOnly(true).set(WireNames.AUTH_CODE, "").build();
    }

    private void sendSecrets(Deadline deadline, DataConnection created, ResolvedDraft resolved, Set<String> secrets) {
        Map<String, Object> properties = new LinkedHashMap<>(resolved.draft().properties());
        properties.keySet().retainAll(secrets);
        properties.remove(WireNames.AUTH_CODE);
        if (properties.isEmpty()) {
            return;
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        properties.forEach((name, value) -> patch.operation(
                PatchOperation.set(PatchOperation.Op.ADD, JsonPointers.child(WireNames.PROPERTIES, name), value)));
        try {
            updateWorkflow.update(deadline, created.id(), patch.build());
        } catch (QlikException e) {
            throw new QlikException(
                    created + " was created without a sign-in, and its secrets could not be set: " + e.getMessage(), e);
        }
    }
}
