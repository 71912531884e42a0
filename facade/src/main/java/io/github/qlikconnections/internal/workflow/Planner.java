package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.internal.compare.ComparisonResult;
import io.github.qlikconnections.internal.compare.CredentialLookup;
import io.github.qlikconnections.internal.compare.DesiredConnection;
import io.github.qlikconnections.internal.compare.DraftComparison;
import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.compare.WriteRecord;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.gateway.PathSegment;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DataCredential;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out by reading only what is to be done for a draft. This class is thread-safe. */
final class Planner {

    private final DataConnectionsGateway gateway;
    private final CreateWorkflow creation;
    private final DefaultDataCredentials credentials;
    private final WriteHistory memory;

    Planner(
            DataConnectionsGateway gateway,
            CreateWorkflow creation,
            DefaultDataCredentials credentials,
            WriteHistory memory) {
        this.gateway = gateway;
        this.creation = creation;
        this.credentials = credentials;
        this.memory = memory;
    }

    /** The plan for a draft that may be invalid. */
    ConnectionPlan plan(Deadline deadline, ConnectionDraft draft, ConnectionsByName names, EnsureOptions options) {
        CreateWorkflow.refuseSignIn(draft);
        ResolvedDraft resolved = creation.resolve(deadline, draft);
        return resolved.report().isCreatable()
                ? plan(deadline, resolved, names, options).plan()
                : invalid(resolved, options);
    }

    static ConnectionPlan invalid(ResolvedDraft resolved, EnsureOptions options) {
        int errors = resolved.report().errors().size();
        return ConnectionPlan.builder(
                        resolved.original(),
                        PlanAction.BLOCKED,
                        "The draft is invalid: " + errors + (errors == 1 ? " error." : " errors."))
                .options(options)
                .report(resolved.report())
                .build();
    }

    /** The plan for a valid draft. */
    PlanningResult plan(Deadline deadline, ResolvedDraft wanted, ConnectionsByName names, EnsureOptions options) {
        Optional<DataConnection> found;
        try {
            found = names.find(deadline, wanted);
        } catch (NameConflictException e) {
            return new PlanningResult(
                    begin(wanted, options, PlanAction.CONFLICT, String.valueOf(e.getMessage()))
                            .build(),
                    wanted,
                    Optional.empty());
        }
        if (found.isPresent()) {
            try {
                return existing(deadline, wanted, found.get(), options);
            } catch (NotFoundException e) {
                // It was deleted after it was listed.
            }
        }
        return new PlanningResult(
                begin(wanted, options, PlanAction.CREATE, "No connection has the name in the space.")
                        .build(),
                wanted,
                Optional.empty());
    }

    /**
     * The plan for a connection that was found under the name of the draft.
     *
     * @throws NotFoundException if it is no longer there
     */
    PlanningResult existing(Deadline deadline, ResolvedDraft wanted, DataConnection found, EnsureOptions options) {
        ConnectionDraft draft = wanted.draft();
        String source = found.dataSourceId().orElse("no data source");
        if (!source.equals(draft.dataSourceId())) {
            String reason = "The name \"" + draft.name() + "\" in " + draft.space() + " is taken by a connection to "
                    + source + " (" + found.id() + "), and the draft is for " + draft.dataSourceId()
                    + ". Choose another name, or delete the connection that has it.";
            return new PlanningResult(
                    begin(wanted, options, PlanAction.CONFLICT, reason)
                            .connection(found)
                            .build(),
                    wanted,
                    Optional.empty());
        }
        DataConnection held = gateway.get(deadline, PathSegment.requireValidInResponse(found.id(), "connection"), true);
        DesiredConnection desired = withCredentials(deadline, wanted.desired(options), held);
        return compared(wanted, held, desired, options);
    }

    private PlanningResult compared(
            ResolvedDraft wanted, DataConnection held, DesiredConnection desired, EnsureOptions options) {
        ComparisonResult comparison = compare(desired, held, false);
        List<Violation> violations = new ArrayList<>(comparison.violations());
        if (comparison.hasWrites() && lacksUpdate(held)) {
            violations.add(Violation.of(
                            ViolationCode.PRIVILEGE_MISSING,
                            WireNames.PRIVILEGES,
                            "of the caller do not include \"" + WireNames.UPDATE_PRIVILEGE + "\"")
                    .withAdvice("Ask for a role that may change connections in "
                            + wanted.original().space() + "."));
        }
        PlanAction action = action(comparison, violations);
        ConnectionPlan.Builder plan = begin(wanted, options, action, reason(action, comparison, violations))
                .connection(held)
                .entries(comparison.entries())
                .credentialsNotSent(comparison.credentialsNotSent())
                .violations(violations)
                .warnings(comparison.warnings());
        String why = comparison.credentialsReason();
        if (why != null) {
            plan.credentialsSent(comparison.credentialsSent(), why);
        }
        return new PlanningResult(
                plan.build(), wanted, Optional.of(new PlanningResult.ComparedConnection(held, desired, comparison)));
    }

    /**
     * Plans again with what a plan, perhaps of another client, reports as written and not returned as it was written. Otherwise
     * applying that plan would write more than it shows.
     */
    PlanningResult remembering(ConnectionPlan plan, PlanningResult now) {
        Optional<PlanningResult.ComparedConnection> existing = now.existing();
        if (existing.isEmpty() || plan.connection().isEmpty()) {
            return now;
        }
        DataConnection held = existing.get().held();
        if (!plan.connection().get().id().equals(held.id())) {
            return now;
        }
        Set<String> settled = plan.entries().stream()
                .filter(entry -> StalePlanDetector.isRemembered(entry.status()))
                .map(PlannedChange::path)
                .collect(Collectors.toSet());
        ComparisonResult comparison = existing.get().comparison();
        List<WriteRecord> written = Stream.concat(comparison.writeRecords().stream(), comparison.notPatchable().stream())
                .filter(value -> settled.contains(value.path()))
                .toList();
        if (written.isEmpty()) {
            return now;
        }
        written.forEach(value -> memory.record(held.id(), value));
        return compared(now.resolved(), held, existing.get().desired(), plan.options());
    }

    /** Compares with what this client remembers of its writes. */
    ComparisonResult compare(DesiredConnection desired, DataConnection held, boolean secretsAgain) {
        return DraftComparison.compare(desired, held, value -> memory.isRecorded(held.id(), value), secretsAgain);
    }

    /** The privileges are known only if the response has some. */
    private static boolean lacksUpdate(DataConnection held) {
        return !held.privileges().isEmpty() && !held.privileges().contains(WireNames.UPDATE_PRIVILEGE);
    }

    private static PlanAction action(ComparisonResult comparison, List<Violation> violations) {
        if (!violations.isEmpty()) {
            return PlanAction.BLOCKED;
        }
        if (comparison.hasWrites()) {
            return PlanAction.UPDATE;
        }
        return comparison.isUnverified() ? PlanAction.UNVERIFIED : PlanAction.UNCHANGED;
    }

    private static String reason(PlanAction action, ComparisonResult comparison, List<Violation> violations) {
        return switch (action) {
            case BLOCKED -> violations.get(0).message();
            case UPDATE ->
                comparison.writeRecords().isEmpty()
                        ? "The credentials are sent: " + comparison.credentialsReason() + "."
                        : comparison.writeRecords().size()
                                + (comparison.writeRecords().size() == 1 ? " value differs." : " values differ.");
            case UNVERIFIED -> "No differences were found, but not everything could be compared.";
            default -> "Everything that can be compared is equal.";
        };
    }

    private static ConnectionPlan.Builder begin(
            ResolvedDraft wanted, EnsureOptions options, PlanAction action, String reason) {
        return ConnectionPlan.builder(wanted.original(), action, reason)
                .options(options)
                .report(wanted.report());
    }

    /** Looks up the credentials that the draft names, since the API shows only ids with a connection. */
    DesiredConnection withCredentials(Deadline deadline, DesiredConnection desired, DataConnection held) {
        return desired.withCredentials(credentials(deadline, desired.draft(), held));
    }

    private CredentialLookup credentials(Deadline deadline, ConnectionDraft draft, DataConnection held) {
        if (!(draft.properties().get(WireNames.CREDENTIALS_NAME) instanceof String name)
                || draft.properties().containsKey(WireNames.SELECTED_CREDENTIALS)) {
            return CredentialLookup.NONE;
        }
        Optional<DataCredential> named = credentials
                .findByName(deadline, name)
                .filter(found -> found.name().equals(name));
        boolean ownPresent = named.isEmpty()
                && held.separateCredentials()
                && held.credentialsId()
                        .filter(id -> credentials.find(deadline, id).isPresent())
                        .isPresent();
        return new CredentialLookup(named, ownPresent);
    }
}
