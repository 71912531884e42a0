package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikListener;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.gateway.DataCredentialsGateway;
import io.github.qlikconnections.internal.gateway.DataSourcesGateway;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.gateway.WireClient;
import io.github.qlikconnections.internal.http.Network;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.TransportSettings;
import io.github.qlikconnections.internal.token.Tokens;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Puts a client together: settings, transport, gateways, workflows. */
public final class Clients {

    private Clients() {}

    /** A client that owns its connection pool. */
    public static QlikClient open(
            Tenant tenant,
            QlikCredentials credentials,
            TransportSettings settings,
            Network network,
            Timing timing,
            @Nullable QlikListener listener,
            ValidationPolicy policy,
            Duration specCacheTime) {
        Transport anonymous = new Transport(tenant, settings, network, timing, listener);
        Transport transport = anonymous.bearing(Tokens.of(credentials, anonymous, tenant, timing));
        WireClient wire = new WireClient(transport);
        SourceDirectory sources = new SourceDirectory(
                new DataSourcesGateway(wire), new SpecCache(specCacheTime, timing), transport::deadline);
        SpaceDirectory spaces = new SpaceDirectory(new SpacesGateway(wire), transport::deadline);
        CredentialDirectory separated = new CredentialDirectory(new DataCredentialsGateway(wire), transport::deadline);
        DataConnections connections = new ConnectionWorkflows(
                new DataConnectionsGateway(wire),
                new BulkActionsGateway(wire),
                sources,
                spaces,
                separated,
                policy,
                transport.pace(),
                () -> new DataConnectionsGateway(wire.over(transport.paced())),
                transport::deadline);
        return new Client(tenant, transport, sources, connections, spaces, separated);
    }

    /** The client; its transport is for tests that count what is leased. */
    record Client(
            Tenant tenant,
            Transport transport,
            DataSources dataSources,
            DataConnections connections,
            Spaces spaces,
            DataCredentials credentials)
            implements QlikClient {

        @Override
        public void close() {
            transport.close();
        }

        @Override
        public String toString() {
            return "QlikClient[" + tenant + "]";
        }
    }
}
