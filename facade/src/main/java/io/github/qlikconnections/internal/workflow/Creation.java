package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.InvalidConnectionException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a draft against the tenant and creates it. Thread-safe. */
final class Creation {

    private final DataConnectionsGateway gateway;
    private final SourceDirectory sources;
    private final NamedParts names;
    private final ValidationPolicy policy;

    Creation(DataConnectionsGateway gateway, SourceDirectory sources, NamedParts names, ValidationPolicy policy) {
        this.gateway = gateway;
        this.sources = sources;
        this.names = names;
        this.policy = policy;
    }

    /** The same for a run of many drafts, which asks once for each name that they hold. */
    Creation once() {
        return new Creation(gateway, sources, names.once(), policy);
    }

    DataConnection create(Deadline deadline, ConnectionDraft draft) {
        if (draft.isAuthUrlOnly()) {
            throw new IllegalArgumentException(
                    "This draft asks only for the address of a sign-in (authUrlOnly): use beginOAuth(draft).");
        }
        return create(deadline, accept(deadline, draft));
    }

    DataConnection create(Deadline deadline, Examined accepted) {
        return gateway.create(deadline, accepted.draft(), accepted.spaceId());
    }

    OAuthChallenge beginOAuth(Deadline deadline, ConnectionDraft draft) {
        Examined accepted = accept(deadline, draft);
        return gateway.begin(deadline, draft, accepted.draft(), accepted.spaceId());
    }

    /** The draft as it can be sent. */
    Examined accept(Deadline deadline, ConnectionDraft draft) {
        Examined examined = examine(deadline, draft);
        if (!examined.report().mayBeCreated()) {
            throw new InvalidConnectionException(examined.report());
        }
        return examined;
    }

    ValidationReport validate(Deadline deadline, ConnectionDraft draft) {
        return examine(deadline, draft).report();
    }

    private Examined examine(Deadline deadline, ConnectionDraft draft) {
        List<Violation> violations = new ArrayList<>();
        ConnectionDraft resolved = names.resolve(deadline, draft, violations);
        ValidationReport report = againstSource(deadline, resolved);
        SpaceRef space = names.locate(deadline, draft.space(), violations);
        return new Examined(draft, report.with(violations), space);
    }

    private ValidationReport againstSource(Deadline deadline, ConnectionDraft draft) {
        ConnectionSpec spec;
        try {
            spec = sources.spec(deadline, draft.dataSourceId());
        } catch (NotFoundException e) {
            return ValidationReport.of(draft, List.of(sourceNotFound(deadline, draft.dataSourceId())));
        }
        return spec.validate(draft, policy);
    }

    private Violation sourceNotFound(Deadline deadline, String dataSourceId) {
        List<String> nearest = sources.nearestIds(deadline, dataSourceId);
        if (nearest.contains(dataSourceId)) {
            return Violation.of(
                            ViolationCode.DISABLED_DATA_SOURCE,
                            "/dataSourceId",
                            "data source \"" + dataSourceId + "\" is disabled on this tenant")
                    .advising("let an administrator enable it, or choose another source");
        }
        return Violation.of(
                        ViolationCode.UNKNOWN_DATA_SOURCE,
                        "/dataSourceId",
                        "the tenant has no data source \"" + dataSourceId + "\"")
                .advising(nearest.isEmpty() ? "see dataSources().list() for the ids" : NamedParts.didYouMean(nearest));
    }

    /**
     * A draft that was held against the tenant.
     *
     * @param original the draft as it was given
     * @param report what was found
     * @param space its space by its id, or the personal one; as it was given if there is none of its name
     */
    record Examined(ConnectionDraft original, ValidationReport report, SpaceRef space) {

        /** The draft as it would be sent, its values in the types that the specification declares. */
        ConnectionDraft draft() {
            return report.draft();
        }

        /** The id of its space, or null for the personal one. */
        @Nullable String spaceId() {
            return space.id().orElse(null);
        }
    }
}
