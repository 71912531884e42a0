package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Backoff;
import io.github.qlikconnections.validation.ValidationPolicy;

/**
 * The workflows for one connection over one {@link ApiClientFactory}. Immutable and thread-safe.
 *
 * @param gateway the requests for connections
 * @param creation creates connections
 * @param updating updates connections
 * @param planner plans what ensure would do
 * @param ensuring applies plans
 */
record WorkflowSet(
        DataConnectionsGateway gateway,
        CreateWorkflow creation,
        UpdateWorkflow updating,
        Planner planner,
        EnsureWorkflow ensuring) {

    /** The collaborators that the workflows of single calls and of bulk runs share. */
    record Shared(
            DefaultDataSources sources,
            DefaultSpaces spaces,
            DefaultDataCredentials credentials,
            NameResolver names,
            WriteHistory memory,
            ValidationPolicy policy,
            Backoff repeats) {}

    /** Creates the workflows over this client. */
    static WorkflowSet over(ApiClientFactory wire, Shared shared) {
        DataConnectionsGateway gateway = new DataConnectionsGateway(wire);
        CreateWorkflow creation = new CreateWorkflow(gateway, shared.sources(), shared.names(), shared.policy());
        Planner planner = new Planner(gateway, creation, shared.credentials(), shared.memory());
        return new WorkflowSet(
                gateway,
                creation,
                new UpdateWorkflow(gateway, shared.sources(), shared.policy()),
                planner,
                new EnsureWorkflow(
                        gateway,
                        creation,
                        planner,
                        new WriteVerifier(gateway, planner, shared.memory()),
                        shared.repeats()));
    }
}
