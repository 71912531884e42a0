package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Backoff;
import io.github.qlikconnections.internal.http.RequestListeners;
import io.github.qlikconnections.validation.ValidationPolicy;

/**
 * The workflows for single connections that use one {@link ApiClientFactory}. Immutable and thread-safe.
 *
 * @param gateway sends the requests for connections
 * @param createWorkflow creates connections
 * @param updateWorkflow updates connections
 * @param planner creates plans
 * @param ensureWorkflow ensures drafts and applies plans
 */
record WorkflowSet(
        DataConnectionsGateway gateway,
        CreateWorkflow createWorkflow,
        UpdateWorkflow updateWorkflow,
        Planner planner,
        EnsureWorkflow ensureWorkflow) {

    /** The dependencies that the workflows for single calls and for bulk runs share. */
    record Dependencies(
            DefaultDataSources sources,
            DefaultSpaces spaces,
            DefaultDataCredentials credentials,
            NameResolver names,
            WriteHistory writeHistory,
            ValidationPolicy policy,
            Backoff backoff,
            RequestListeners listeners) {}

    /** Creates the workflows. */
    static WorkflowSet create(ApiClientFactory clientFactory, Dependencies dependencies) {
        DataConnectionsGateway gateway = new DataConnectionsGateway(clientFactory);
        CreateWorkflow createWorkflow = new CreateWorkflow(
                gateway,
                dependencies.sources(),
                dependencies.names(),
                new SpaceErrorClassifier(dependencies.spaces()),
                dependencies.policy());
        Planner planner = new Planner(gateway, createWorkflow, dependencies.credentials(), dependencies.writeHistory());
        return new WorkflowSet(
                gateway,
                createWorkflow,
                new UpdateWorkflow(gateway, dependencies.sources(), dependencies.policy()),
                planner,
                new EnsureWorkflow(
                        gateway,
                        createWorkflow,
                        planner,
                        new WriteVerifier(gateway, planner, dependencies.writeHistory()),
                        dependencies.backoff()));
    }
}
