package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataCredential;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a draft gives by name, a gateway or credentials, into the ids that the API knows. Thread-safe. */
final class NamedParts {

    private final Lookup<List<Gateway>> gateways;
    private final Lookup<Optional<DataCredential>> credentials;

    NamedParts(SourceDirectory sources, CredentialDirectory credentials) {
        this((deadline, sourceId) -> gateways(sources, deadline, sourceId), credentials::findByName);
    }

    private NamedParts(Lookup<List<Gateway>> gateways, Lookup<Optional<DataCredential>> credentials) {
        this.gateways = gateways;
        this.credentials = credentials;
    }

    /** The same, asking once for each name. */
    NamedParts once() {
        return new NamedParts(gateways.once(), credentials.once());
    }

    Resolved resolve(Deadline deadline, ConnectionDraft draft) {
        List<Violation> violations = new ArrayList<>();
        ConnectionDraft resolved = draft;
        if (draft.gatewayName().isPresent()) {
            resolved = onGateway(deadline, resolved, draft.gatewayName().get(), violations);
        }
        if (draft.credentialsToFind().isPresent()) {
            resolved = withCredentials(
                    deadline, resolved, draft.credentialsToFind().get(), violations);
        }
        return new Resolved(resolved, violations);
    }

    private ConnectionDraft onGateway(
            Deadline deadline, ConnectionDraft draft, String name, List<Violation> violations) {
        List<Gateway> reaching = gateways.find(deadline, draft.dataSourceId());
        List<Gateway> named =
                reaching.stream().filter(gateway -> gateway.name().equals(name)).toList();
        if (named.size() == 1) {
            return draft.toBuilder().onGatewayWithId(named.get(0).id()).build();
        }
        violations.add(Violation.of(
                        ViolationCode.GATEWAY_NOT_FOUND,
                        "/connectionProperties/gatewayInstance",
                        named.isEmpty()
                                ? "no gateway named \"" + name + "\" reaches " + draft.dataSourceId()
                                : "more than one gateway is named \"" + name + "\"")
                .advising(available(reaching)));
        return draft;
    }

    private static List<Gateway> gateways(SourceDirectory sources, Deadline deadline, String dataSourceId) {
        try {
            return sources.gateways(deadline, dataSourceId);
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private static String available(List<Gateway> gateways) {
        return gateways.isEmpty()
                ? "the tenant has no gateway for this source"
                : "available: "
                        + String.join(
                                ", ",
                                gateways.stream().map(Gateway::name).sorted().toList());
    }

    private ConnectionDraft withCredentials(
            Deadline deadline, ConnectionDraft draft, String name, List<Violation> violations) {
        Optional<DataCredential> found = credentials.find(deadline, name);
        if (found.isPresent()) {
            return draft.toBuilder().useCredentials(found.get().id()).build();
        }
        violations.add(Violation.of(
                        ViolationCode.CREDENTIALS_NOT_FOUND,
                        "/connectionProperties/selectedCredentials",
                        "the caller has no credentials named \"" + name + "\"")
                .advising("make them with separateCredentials(\"" + name + "\") and the secrets in this draft"));
        return draft;
    }

    /**
     * A draft with ids in place of names.
     *
     * @param draft the draft
     * @param violations the names that nothing was found for
     */
    record Resolved(ConnectionDraft draft, List<Violation> violations) {}
}
