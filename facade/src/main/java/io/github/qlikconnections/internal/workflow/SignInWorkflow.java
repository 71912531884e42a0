package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.PatchOperation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Creates a connection that requires a user to sign in: requests the sign-in URL, then creates the connection with the code. This class is
 * thread-safe.
 */
final class SignInWorkflow {

    private static final int BAD_REQUEST = 400;

    private final DataConnectionsGateway gateway;
    private final CreateWorkflow createWorkflow;
    private final UpdateWorkflow updateWorkflow;

    SignInWorkflow(DataConnectionsGateway gateway, CreateWorkflow createWorkflow, UpdateWorkflow updateWorkflow) {
        this.gateway = gateway;
        this.createWorkflow = createWorkflow;
        this.updateWorkflow = updateWorkflow;
    }

    /** Requests the sign-in URL. The request contains neither a code nor the secrets of the draft. */
    OAuthChallenge begin(Deadline deadline, ConnectionDraft draft) {
        if (draft.connectStatement().isPresent()) {
            throw new IllegalArgumentException(
                    "The draft of \"" + draft.name()
                            + "\" has a connect statement, which does not accept a sign-in code. Use connection properties instead.");
        }
        ResolvedDraft resolved = createWorkflow.resolveValid(deadline, withEmptyCode(draft));
        Set<String> secrets = resolved.presumedSecretProperties();
        ConnectionDraft.Builder urlDraft = resolved.draft().toBuilder();
        secrets.forEach(urlDraft::unset);
        OAuthChallenge challenge = requestChallenge(deadline, draft, urlDraft.build(), resolved);
        // A data source without sign-in creates the connection at once. The secrets were not part of that request.
        challenge.created().ifPresent(created -> sendSecrets(deadline, created, resolved, secrets));
        return challenge;
    }

    private OAuthChallenge requestChallenge(
            Deadline deadline, ConnectionDraft draft, ConnectionDraft urlDraft, ResolvedDraft resolved) {
        try {
            return createWorkflow.sendAndExplain(
                    deadline, resolved, () -> gateway.begin(deadline, draft, urlDraft, resolved.spaceId()));
        } catch (QlikApiException e) {
            Set<String> omitted = new LinkedHashSet<>(draft.properties().keySet());
            omitted.removeAll(urlDraft.properties().keySet());
            omitted.remove(WireNames.AUTH_CODE);
            omitted.addAll(DataConnectionsGateway.secretMembers(draft));
            throw e.status() == BAD_REQUEST && !omitted.isEmpty() ? addOmittedSecrets(e, omitted) : e;
        }
    }

    /** Adds the omitted secrets to the message, because the response does not indicate whether they are required. */
    private static QlikApiException addOmittedSecrets(QlikApiException response, Set<String> omitted) {
        return response.toBuilder()
                .message(response.getMessage()
                        + " This request asks only for the sign-in URL and contains no secrets. Omitted: "
                        + formatNames(omitted)
                        + ". If the tenant requires them in this request, sign in once in Qlik Cloud with separated"
                        + " credentials, select these with useCredentialsNamed(name), and use create(draft).")
                .build();
    }

    private static String formatNames(Set<String> names) {
        return names.stream().map(MessageFormatter::formatName).collect(Collectors.joining(", "));
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

    /** Returns a copy with an empty code, which the API expects and which satisfies a specification that requires a code. */
    private static ConnectionDraft withEmptyCode(ConnectionDraft draft) {
        return draft.toBuilder().authUrlOnly(true).set(WireNames.AUTH_CODE, "").build();
    }

    private void sendSecrets(Deadline deadline, DataConnection created, ResolvedDraft resolved, Set<String> secrets) {
        Set<String> members = DataConnectionsGateway.secretMembers(resolved.draft());
        if (!members.isEmpty()) {
            throw new QlikException(created + " was created without a sign-in and without its secret members "
                    + formatNames(members) + ", which cannot be set later. Delete it and use create(draft).");
        }
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
                    created + " was created without a sign-in, but its secrets could not be set: " + e.getMessage(), e);
        }
    }
}
