package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.event.RunContext;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.EventIds;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The workflows for many connections. Their requests wait for the rate limit. This class is thread-safe. */
final class BulkWorkflows {

    private final ApiClientFactory clientFactory;
    private final WorkflowSet.Dependencies dependencies;
    private final String tenant;
    private final Supplier<Deadline> deadlines;

    BulkWorkflows(ApiClientFactory clientFactory, WorkflowSet.Dependencies dependencies) {
        this.clientFactory = clientFactory;
        this.dependencies = dependencies;
        this.tenant = dependencies.transport().tenant().toString();
        this.deadlines = dependencies.transport()::deadline;
    }

    List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        return ensureWorkflow("planAll").plan(copyOf(drafts), options);
    }

    EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        return ensureWorkflow("ensureAll").ensure(copyOf(drafts), options);
    }

    private static List<ConnectionDraft> copyOf(Collection<ConnectionDraft> drafts) {
        if (drafts == null || drafts.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("drafts must not be null or contain null. Leave such entries out.");
        }
        return List.copyOf(drafts);
    }

    private BulkEnsureWorkflow ensureWorkflow(String kind) {
        RunContext run = EventIds.startRun(kind);
        WorkflowSet workflows = workflows(run);
        return new BulkEnsureWorkflow(
                workflows.createWorkflow(),
                workflows.ensureWorkflow(),
                workflows.planner(),
                new ConnectionsByName(workflows.gateway()),
                reporter(run),
                tenant,
                deadlines);
    }

    private CredentialRotation rotation() {
        RunContext run = EventIds.startRun("rotateCredentials");
        WorkflowSet workflows = workflows(run);
        return new CredentialRotation(
                workflows.gateway(), workflows.lister(), workflows.updateWorkflow(), reporter(run), tenant, deadlines);
    }

    private BulkActionWorkflow actions(String kind) {
        RunContext run = EventIds.startRun(kind);
        WorkflowSet workflows = workflows(run);
        return new BulkActionWorkflow(
                new BulkActionsGateway(clientFactory.forBulkRun(run)),
                workflows.gateway(),
                workflows.spaces(),
                reporter(run),
                tenant,
                deadlines);
    }

    private WorkflowSet workflows(RunContext run) {
        return WorkflowSet.create(clientFactory.forBulkRun(run), dependencies);
    }

    private BulkItemReporter reporter(RunContext run) {
        return new BulkItemReporter(run, dependencies.transport().listeners());
    }

    RotationReport rotate(ConnectionQuery query, CredentialSupplier supplier, RotationOptions options) {
        return rotation().rotate(query, supplier, options);
    }

    RotationReport rotate(RotationReport earlier, CredentialSupplier supplier, RotationOptions options) {
        return rotation().rotate(earlier, supplier, options);
    }

    BulkResult move(Collection<String> connectionIds, SpaceRef space, BulkOptions options) {
        return actions("move").move(connectionIds, space, options);
    }

    BulkResult changeOwner(Collection<String> connectionIds, String userId, BulkOptions options) {
        return actions("changeOwner").changeOwner(connectionIds, userId, options);
    }

    BulkResult delete(Collection<String> connectionIds, BulkOptions options) {
        return actions("deleteAll").delete(connectionIds, options);
    }
}
