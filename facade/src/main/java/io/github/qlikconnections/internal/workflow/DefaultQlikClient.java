package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.ClientOptions;
import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.UsersGateway;
import io.github.qlikconnections.internal.http.NetworkSettings;
import io.github.qlikconnections.internal.http.RequestListeners;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.TransportSettings;
import io.github.qlikconnections.internal.token.BearerTokenSources;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Creates the transport, the gateways and the workflows of a client. This class is thread-safe. */
public final class DefaultQlikClient implements QlikClient {

    private final Transport transport;
    private final ApiClientFactory clientFactory;
    private final ValidationPolicy policy;
    private final Shared shared;
    private final boolean derived;
    private final DefaultDataSources dataSources;
    private final DefaultSpaces spaces;
    private final DefaultUsers users;
    private final DefaultDataCredentials credentials;
    private final DefaultDataConnections connections;

    /** The parts that a client shares with the clients that are derived from it, except its transport. */
    private record Shared(SpecCache specCache, WriteHistory writeHistory, PagePrefetcher prefetcher) {}

    /** Creates a client with its own connection pool. */
    public DefaultQlikClient(
            Tenant tenant,
            QlikCredentials credentials,
            TransportSettings settings,
            NetworkSettings network,
            Timing timing,
            List<RequestListener> listeners,
            ValidationPolicy policy,
            Duration specCacheTtl) {
        this(
                authenticated(new Transport(tenant, settings, network, timing, listeners), credentials, tenant, timing),
                policy,
                new Shared(
                        new SpecCache(specCacheTtl, timing, new RequestListeners(listeners)),
                        new WriteHistory(),
                        new PagePrefetcher(settings.maxConnections())));
    }

    private DefaultQlikClient(Transport transport, ValidationPolicy policy, Shared shared) {
        this(transport, new ApiClientFactory(transport), policy, shared, false);
    }

    private DefaultQlikClient(
            Transport transport,
            ApiClientFactory clientFactory,
            ValidationPolicy policy,
            Shared shared,
            boolean derived) {
        this.transport = transport;
        this.clientFactory = clientFactory;
        this.policy = policy;
        this.shared = shared;
        this.derived = derived;
        WorkflowSet.Dependencies dependencies = new WorkflowSet.Dependencies(
                transport, shared.specCache(), shared.writeHistory(), shared.prefetcher(), policy);
        WorkflowSet workflows = WorkflowSet.create(clientFactory, dependencies);
        this.dataSources = workflows.sources();
        this.spaces = workflows.spaces();
        this.users = new DefaultUsers(new UsersGateway(clientFactory), transport::deadline);
        this.credentials = workflows.credentials();
        this.connections = new DefaultDataConnections(
                workflows, new BulkWorkflows(clientFactory, dependencies), transport::deadline);
    }

    private static Transport authenticated(
            Transport anonymous, QlikCredentials credentials, Tenant tenant, Timing timing) {
        return anonymous.withBearerTokens(BearerTokenSources.of(credentials, anonymous, tenant, timing));
    }

    @Override
    public QlikClient withOptions(Consumer<ClientOptions> options) {
        CallOptions changed = new CallOptions(transport.operationTimeout(), transport.maxAttempts(), policy);
        Arguments.require(options, "options").accept(changed);
        Transport limited = transport.withLimits(changed.operationTimeout(), changed.maxAttempts());
        return new DefaultQlikClient(
                limited, clientFactory.withTransport(limited), changed.validationPolicy(), shared, true);
    }

    @Override
    public DataSources dataSources() {
        return dataSources;
    }

    @Override
    public DataConnections dataConnections() {
        return connections;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public DataCredentials dataCredentials() {
        return credentials;
    }

    /** Returns the number of pooled connections in use. */
    int leasedConnections() {
        return transport.leased();
    }

    @Override
    public void close() {
        if (!derived) {
            transport.close();
            shared.prefetcher().close();
        }
    }

    @Override
    public String toString() {
        return "QlikClient[" + transport.tenant() + "]";
    }
}
