package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.internal.compare.WriteHistory;
import io.github.qlikconnections.internal.gateway.ApiClientFactory;
import io.github.qlikconnections.internal.gateway.DataCredentialsGateway;
import io.github.qlikconnections.internal.gateway.DataSourcesGateway;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.gateway.UsersGateway;
import io.github.qlikconnections.internal.http.NetworkSettings;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.TransportSettings;
import io.github.qlikconnections.internal.token.BearerTokenSources;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import java.util.List;

/** Creates the transport, the gateways and the workflows of a client. This class is thread-safe. */
public final class DefaultQlikClient implements QlikClient {

    private final Tenant tenant;
    private final Transport transport;
    private final PagePrefetcher prefetcher;
    private final DefaultDataSources dataSources;
    private final DefaultSpaces spaces;
    private final DefaultUsers users;
    private final DefaultDataCredentials credentials;
    private final DefaultDataConnections connections;

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
        Transport anonymous = new Transport(tenant, settings, network, timing, listeners);
        this.tenant = tenant;
        this.transport = anonymous.withBearerTokens(BearerTokenSources.of(credentials, anonymous, tenant, timing));
        this.prefetcher = new PagePrefetcher(settings.maxConnections());
        ApiClientFactory clientFactory = new ApiClientFactory(transport);
        this.dataSources = new DefaultDataSources(
                new DataSourcesGateway(clientFactory), new SpecCache(specCacheTtl, timing), transport::deadline);
        this.spaces = new DefaultSpaces(new SpacesGateway(clientFactory), transport::deadline, prefetcher);
        this.users = new DefaultUsers(new UsersGateway(clientFactory), transport::deadline);
        this.credentials = new DefaultDataCredentials(new DataCredentialsGateway(clientFactory), transport::deadline);
        NameResolver names = new NameResolver(dataSources, spaces, this.credentials);
        this.connections = new DefaultDataConnections(
                clientFactory,
                transport,
                dataSources,
                spaces,
                this.credentials,
                names,
                new WriteHistory(),
                policy,
                prefetcher);
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
        transport.close();
        prefetcher.close();
    }

    @Override
    public String toString() {
        return "QlikClient[" + tenant + "]";
    }
}
