package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.InvalidConnectionException;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Validates a draft against the tenant and creates the connection. This class is thread-safe. */
final class CreateWorkflow {

    private final DataConnectionsGateway gateway;
    private final DefaultDataSources sources;
    private final NameResolver names;
    private final SpaceErrorClassifier spaceErrors;
    private final ValidationPolicy policy;
    private final CreateErrorClassifier errorClassifier;

    CreateWorkflow(
            DataConnectionsGateway gateway,
            DefaultDataSources sources,
            NameResolver names,
            SpaceErrorClassifier spaceErrors,
            ValidationPolicy policy) {
        this.gateway = gateway;
        this.sources = sources;
        this.names = names;
        this.spaceErrors = spaceErrors;
        this.policy = policy;
        this.errorClassifier = new CreateErrorClassifier(sources, names, spaceErrors);
    }

    /** Returns a copy that looks up each name once, for runs over many drafts. */
    CreateWorkflow withLookupCache() {
        return new CreateWorkflow(gateway, sources, names.withLookupCache(), spaceErrors, policy);
    }

    DataConnection create(Deadline deadline, ConnectionDraft draft) {
        rejectAuthUrlOnly(draft);
        return create(deadline, resolveValid(deadline, draft));
    }

    DataConnection create(Deadline deadline, ResolvedDraft resolved) {
        return sendAndExplain(deadline, resolved, () -> gateway.create(deadline, resolved.draft(), resolved.spaceId()));
    }

    /**
     * Sends a request that creates the connection of a draft.
     *
     * @throws QlikApiException if the tenant responds with an error; the message explains its cause
     */
    <T> T sendAndExplain(Deadline deadline, ResolvedDraft resolved, Supplier<T> request) {
        try {
            return request.get();
        } catch (ConflictException e) {
            throw errorClassifier.explainConflict(deadline, resolved, e);
        } catch (QlikApiException e) {
            throw errorClassifier.explain(deadline, resolved, e);
        }
    }

    /**
     * Rejects a draft that requests only the sign-in URL.
     *
     * @throws IllegalArgumentException if the draft requests only the sign-in URL
     */
    static void rejectAuthUrlOnly(ConnectionDraft draft) {
        if (draft.isAuthUrlOnly()) {
            throw new IllegalArgumentException("The draft of \"" + draft.name() + "\" requests only the sign-in URL ("
                    + WireMembers.AUTH_URL_ONLY + "). Use beginOAuth(draft).");
        }
    }

    /**
     * Resolves and validates a draft.
     *
     * @throws InvalidConnectionException if the draft is invalid
     */
    ResolvedDraft resolveValid(Deadline deadline, ConnectionDraft draft) {
        ResolvedDraft resolved = resolve(deadline, draft);
        if (!resolved.report().isCreatable()) {
            throw new InvalidConnectionException(resolved.report());
        }
        return resolved;
    }

    ValidationReport validate(Deadline deadline, ConnectionDraft draft) {
        ResolvedDraft resolved = resolve(deadline, draft);
        ValidationReport report = resolved.report();
        boolean isSpaceUnresolved =
                report.errors().stream().anyMatch(error -> error.pointer().equals(WireNames.SPACE));
        // The lookup of a space by its name already proved that it exists.
        Optional<String> spaceId =
                isSpaceUnresolved ? Optional.empty() : draft.space().id();
        return spaceId.flatMap(id -> spaceErrors.check(deadline, id))
                .map(violation -> report.with(List.of(violation)))
                .orElse(report);
    }

    /** Resolves the names of a draft and validates it. The report contains all violations. */
    ResolvedDraft resolve(Deadline deadline, ConnectionDraft draft) {
        List<Violation> violations = new ArrayList<>();
        ConnectionDraft resolved = names.resolve(deadline, draft, violations);
        ConnectionSpec spec = null;
        ValidationReport report;
        try {
            spec = sources.spec(deadline, resolved.dataSourceId());
            report = spec.validate(resolved, policy);
        } catch (NotFoundException e) {
            report = ValidationReport.of(resolved, List.of(createSourceViolation(deadline, resolved.dataSourceId())));
        }
        SpaceRef space = names.resolveSpace(deadline, draft.space(), violations);
        return new ResolvedDraft(draft, report.with(violations), space, spec);
    }

    private Violation createSourceViolation(Deadline deadline, String dataSourceId) {
        if (!(sources.findUnavailableReason(deadline, dataSourceId) instanceof UnavailableSource.Unknown unknown)) {
            return Violation.of(
                            ViolationCode.DISABLED_DATA_SOURCE,
                            WireNames.DATA_SOURCE,
                            "data source \"" + dataSourceId + "\" is disabled on this tenant")
                    .withAdvice("Ask an administrator to enable it, or choose another source.");
        }
        return Violation.of(
                        ViolationCode.UNKNOWN_DATA_SOURCE,
                        WireNames.DATA_SOURCE,
                        "the tenant has no data source \"" + dataSourceId + "\"")
                .withAdvice(
                        unknown.nearestIds().isEmpty()
                                ? "See dataSources().list() for the ids."
                                : NameSuggester.toQuestion(unknown.nearestIds()));
    }
}
