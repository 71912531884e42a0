package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The workflows for many connections. Their requests wait for the rate limit. This class is thread-safe. */
final class BulkWorkflows {

    private final WorkflowSet workflows;
    private final BulkActionWorkflow actions;
    private final CredentialRotation rotation;
    private final String tenant;
    private final Supplier<Deadline> deadlines;

    /**
     * Creates the workflows.
     *
     * @param tenant the origin of the tenant, for journals
     */
    BulkWorkflows(
            ApiClientFactory clientFactory,
            WorkflowSet.Dependencies dependencies,
            String tenant,
            Supplier<Deadline> deadlines) {
        ApiClientFactory bulk = clientFactory.forBulkRuns();
        this.workflows = WorkflowSet.create(bulk, dependencies);
        this.actions = new BulkActionWorkflow(
                new BulkActionsGateway(bulk), workflows.gateway(), dependencies.spaces(), tenant, deadlines);
        this.rotation = new CredentialRotation(workflows.gateway(), workflows.updateWorkflow(), tenant, deadlines);
        this.tenant = tenant;
        this.deadlines = deadlines;
    }

    List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        return ensureWorkflow().plan(copyOf(drafts), options);
    }

    EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options) {
        return ensureWorkflow().ensure(copyOf(drafts), options);
    }

    private static List<ConnectionDraft> copyOf(Collection<ConnectionDraft> drafts) {
        if (drafts == null || drafts.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("drafts must not be null or contain null. Leave such entries out.");
        }
        return List.copyOf(drafts);
    }

    private BulkEnsureWorkflow ensureWorkflow() {
        return new BulkEnsureWorkflow(
                workflows.createWorkflow(),
                workflows.ensureWorkflow(),
                workflows.planner(),
                new ConnectionsByName(workflows.gateway()),
                tenant,
                deadlines);
    }

    RotationReport rotate(
            ConnectionQuery query,
            Function<ConnectionQuery, Stream<DataConnection>> list,
            CredentialSupplier supplier,
            RotationOptions options) {
        return rotation.rotate(query, list, supplier, options);
    }

    RotationReport rotate(RotationReport earlier, CredentialSupplier supplier, RotationOptions options) {
        return rotation.rotate(earlier, supplier, options);
    }

    BulkResult move(Collection<String> connectionIds, SpaceRef space, BulkOptions options) {
        return actions.move(connectionIds, space, options);
    }

    BulkResult changeOwner(Collection<String> connectionIds, String userId, BulkOptions options) {
        return actions.changeOwner(connectionIds, userId, options);
    }

    BulkResult delete(Collection<String> connectionIds, BulkOptions options) {
        return actions.delete(connectionIds, options);
    }
}
