package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.gateway.DataCredentialsGateway;
import io.github.qlikconnections.internal.gateway.DataSourcesGateway;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.validation.ValidationPolicy;

/**
 * The workflows whose requests are sent by one {@link ApiClientFactory}, either as single calls or as those of one bulk run. Immutable and
 * thread-safe.
 *
 * @param sources reads data sources and their specifications
 * @param spaces finds spaces
 * @param credentials reads separated credentials
 * @param gateway sends the requests for connections
 * @param lister lists connections
 * @param createWorkflow creates connections
 * @param updateWorkflow updates connections
 * @param planner creates plans
 * @param ensureWorkflow ensures drafts and applies plans
 */
record WorkflowSet(
        DefaultDataSources sources,
        DefaultSpaces spaces,
        DefaultDataCredentials credentials,
        DataConnectionsGateway gateway,
        ConnectionLister lister,
        CreateWorkflow createWorkflow,
        UpdateWorkflow updateWorkflow,
        Planner planner,
        EnsureWorkflow ensureWorkflow) {

    /** The dependencies that the workflows for single calls and for bulk runs share. */
    record Dependencies(
            Transport transport,
            SpecCache specCache,
            WriteHistory writeHistory,
            PagePrefetcher prefetcher,
            ValidationPolicy policy) {}

    /** Creates the workflows. */
    static WorkflowSet create(ApiClientFactory clientFactory, Dependencies dependencies) {
        Transport transport = dependencies.transport();
        DefaultDataSources sources = new DefaultDataSources(
                new DataSourcesGateway(clientFactory), dependencies.specCache(), transport::deadline);
        DefaultSpaces spaces =
                new DefaultSpaces(new SpacesGateway(clientFactory), transport::deadline, dependencies.prefetcher());
        DefaultDataCredentials credentials =
                new DefaultDataCredentials(new DataCredentialsGateway(clientFactory), transport::deadline);
        DataConnectionsGateway gateway = new DataConnectionsGateway(clientFactory);
        CreateWorkflow createWorkflow = new CreateWorkflow(
                gateway,
                sources,
                new NameResolver(sources, spaces, credentials),
                new SpaceErrorClassifier(spaces),
                dependencies.policy());
        Planner planner = new Planner(gateway, createWorkflow, credentials, dependencies.writeHistory());
        return new WorkflowSet(
                sources,
                spaces,
                credentials,
                gateway,
                new ConnectionLister(gateway, spaces, transport::deadline, dependencies.prefetcher()),
                createWorkflow,
                new UpdateWorkflow(gateway, sources, dependencies.policy()),
                planner,
                new EnsureWorkflow(
                        gateway,
                        createWorkflow,
                        planner,
                        new WriteVerifier(gateway, planner, dependencies.writeHistory()),
                        transport));
    }
}
