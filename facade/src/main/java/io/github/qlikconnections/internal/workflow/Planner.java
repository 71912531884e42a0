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

/** Creates plans for drafts. Sends only read requests. This class is thread-safe. */
final class Planner {

    private final DataConnectionsGateway gateway;
    private final CreateWorkflow createWorkflow;
    private final DefaultDataCredentials credentials;
    private final WriteHistory writeHistory;

    Planner(
            DataConnectionsGateway gateway,
            CreateWorkflow createWorkflow,
            DefaultDataCredentials credentials,
            WriteHistory writeHistory) {
        this.gateway = gateway;
        this.createWorkflow = createWorkflow;
        this.credentials = credentials;
        this.writeHistory = writeHistory;
    }

    /** Creates the plan for a draft that may be invalid. */
    ConnectionPlan plan(
            Deadline deadline, ConnectionDraft draft, ConnectionsByName connectionsByName, EnsureOptions options) {
        CreateWorkflow.rejectAuthUrlOnly(draft);
        ResolvedDraft resolved = createWorkflow.resolve(deadline, draft);
        return resolved.report().isCreatable()
                ? plan(deadline, resolved, connectionsByName, options).plan()
                : planInvalid(resolved, options);
    }

    static ConnectionPlan planInvalid(ResolvedDraft resolved, EnsureOptions options) {
        int errors = resolved.report().errors().size();
        return ConnectionPlan.builder(
                        resolved.original(),
                        PlanAction.BLOCKED,
                        "The draft is invalid: " + errors + (errors == 1 ? " error." : " errors."))
                .options(options)
                .report(resolved.report())
                .build();
    }

    /** Creates the plan for a valid draft. */
    PlanningResult plan(
            Deadline deadline, ResolvedDraft resolved, ConnectionsByName connectionsByName, EnsureOptions options) {
        Optional<DataConnection> found;
        try {
            found = connectionsByName.find(deadline, resolved);
        } catch (NameConflictException e) {
            return new PlanningResult(
                    createPlanBuilder(resolved, options, PlanAction.CONFLICT, String.valueOf(e.getMessage()))
                            .build(),
                    resolved,
                    Optional.empty());
        }
        if (found.isPresent()) {
            try {
                return planExisting(deadline, resolved, found.get(), options);
            } catch (NotFoundException e) {
                // The connection was deleted after it was listed.
            }
        }
        return new PlanningResult(
                createPlanBuilder(resolved, options, PlanAction.CREATE, "No connection has the name in the space.")
                        .build(),
                resolved,
                Optional.empty());
    }

    /**
     * Creates the plan for a connection that has the name of the draft.
     *
     * @throws NotFoundException if the connection no longer exists
     */
    PlanningResult planExisting(
            Deadline deadline, ResolvedDraft resolved, DataConnection found, EnsureOptions options) {
        ConnectionDraft draft = resolved.draft();
        String source = found.dataSourceId().orElse("no data source");
        if (!source.equals(draft.dataSourceId())) {
            String reason = "The name \"" + draft.name() + "\" in " + draft.space() + " is taken by a connection to "
                    + source + " (" + found.id() + "), and the draft is for " + draft.dataSourceId()
                    + ". Choose another name, or delete the connection that has it.";
            return new PlanningResult(
                    createPlanBuilder(resolved, options, PlanAction.CONFLICT, reason)
                            .connection(found)
                            .build(),
                    resolved,
                    Optional.empty());
        }
        DataConnection current =
                gateway.get(deadline, PathSegment.requireValidInResponse(found.id(), "connection"), true);
        DesiredConnection desired = lookUpCredentials(deadline, resolved.toDesiredConnection(options), current);
        return planComparison(resolved, current, desired, options);
    }

    private PlanningResult planComparison(
            ResolvedDraft resolved, DataConnection current, DesiredConnection desired, EnsureOptions options) {
        ComparisonResult comparison = compare(desired, current, false);
        List<Violation> violations = new ArrayList<>(comparison.violations());
        if (comparison.hasWrites() && isUpdatePrivilegeMissing(current)) {
            violations.add(Violation.of(
                            ViolationCode.PRIVILEGE_MISSING,
                            WireNames.PRIVILEGES,
                            "of the caller do not include \"" + WireNames.UPDATE_PRIVILEGE + "\"")
                    .withAdvice("Ask for a role with permission to update connections in "
                            + resolved.original().space() + "."));
        }
        PlanAction action = chooseAction(comparison, violations);
        ConnectionPlan.Builder plan = createPlanBuilder(
                        resolved, options, action, describeReason(action, comparison, violations))
                .connection(current)
                .entries(comparison.entries())
                .credentialsNotSent(comparison.credentialsNotSent())
                .violations(violations)
                .warnings(comparison.warnings());
        String credentialsReason = comparison.credentialsReason();
        if (credentialsReason != null) {
            plan.credentialsSent(comparison.credentialsSent(), credentialsReason);
        }
        return new PlanningResult(
                plan.build(),
                resolved,
                Optional.of(new PlanningResult.ComparedConnection(current, desired, comparison)));
    }

    /**
     * Creates a plan again with the write history of an earlier plan, which may come from another client. Otherwise the plan would write more
     * values than the earlier plan shows.
     */
    PlanningResult planWithRecordsOf(ConnectionPlan plan, PlanningResult planning) {
        Optional<PlanningResult.ComparedConnection> existing = planning.existing();
        if (existing.isEmpty() || plan.connection().isEmpty()) {
            return planning;
        }
        DataConnection current = existing.get().current();
        if (!plan.connection().get().id().equals(current.id())) {
            return planning;
        }
        Set<String> recordedPaths = plan.entries().stream()
                .filter(entry -> StalePlanDetector.isFromWriteHistory(entry.status()))
                .map(PlannedChange::path)
                .collect(Collectors.toSet());
        ComparisonResult comparison = existing.get().comparison();
        List<WriteRecord> records = Stream.concat(
                        comparison.writeRecords().stream(), comparison.notPatchable().stream())
                .filter(record -> recordedPaths.contains(record.path()))
                .toList();
        if (records.isEmpty()) {
            return planning;
        }
        records.forEach(record -> writeHistory.record(current.id(), record));
        return planComparison(planning.resolved(), current, existing.get().desired(), plan.options());
    }

    /** Compares the desired state with a connection, using the write history of this client. */
    ComparisonResult compare(DesiredConnection desired, DataConnection current, boolean resendSecrets) {
        return DraftComparison.compare(
                desired, current, record -> writeHistory.isRecorded(current.id(), record), resendSecrets);
    }

    /** Returns whether the caller lacks the privilege to update. A response without privileges does not indicate this. */
    private static boolean isUpdatePrivilegeMissing(DataConnection current) {
        return !current.privileges().isEmpty() && !current.privileges().contains(WireNames.UPDATE_PRIVILEGE);
    }

    private static PlanAction chooseAction(ComparisonResult comparison, List<Violation> violations) {
        if (!violations.isEmpty()) {
            return PlanAction.BLOCKED;
        }
        if (comparison.hasWrites()) {
            return PlanAction.UPDATE;
        }
        return comparison.isUnverified() ? PlanAction.UNVERIFIED : PlanAction.UNCHANGED;
    }

    private static String describeReason(PlanAction action, ComparisonResult comparison, List<Violation> violations) {
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

    private static ConnectionPlan.Builder createPlanBuilder(
            ResolvedDraft resolved, EnsureOptions options, PlanAction action, String reason) {
        return ConnectionPlan.builder(resolved.original(), action, reason)
                .options(options)
                .report(resolved.report());
    }

    /** Looks up the credentials that the draft selects by name, because the API returns only the id with a connection. */
    DesiredConnection lookUpCredentials(Deadline deadline, DesiredConnection desired, DataConnection current) {
        return desired.withCredentials(findCredentials(deadline, desired.draft(), current));
    }

    private CredentialLookup findCredentials(Deadline deadline, ConnectionDraft draft, DataConnection current) {
        if (!(draft.properties().get(WireNames.CREDENTIALS_NAME) instanceof String name)
                || draft.properties().containsKey(WireNames.SELECTED_CREDENTIALS)) {
            return CredentialLookup.NONE;
        }
        Optional<DataCredential> named = credentials
                .findByName(deadline, name)
                .filter(found -> found.name().equals(name));
        boolean isCurrentVisible = named.isEmpty()
                && current.separateCredentials()
                && current.credentialsId()
                        .filter(id -> credentials.find(deadline, id).isPresent())
                        .isPresent();
        return new CredentialLookup(named, isCurrentVisible);
    }
}
