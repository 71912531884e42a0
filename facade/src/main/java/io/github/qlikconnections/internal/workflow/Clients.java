package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.auth.ApiKeyCredentials;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.gateway.DataCredentialsGateway;
import io.github.qlikconnections.internal.gateway.DataSourcesGateway;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.gateway.WireClient;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.TransportSettings;
import io.github.qlikconnections.internal.http.UserAgent;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/** Puts a client together: settings, transport, gateways, workflows. */
public final class Clients {

    private Clients() {}

    /** A client that owns its connection pool. */
    public static QlikClient open(
            Tenant tenant,
            QlikCredentials credentials,
            TransportSettings settings,
            Timing timing,
            ValidationPolicy policy,
            Duration specCacheTime) {
        Transport transport = new Transport(tenant, settings, timing, token(credentials), UserAgent.value());
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
                transport::deadline);
        return new Client(tenant, transport, sources, connections, spaces, separated);
    }

    private static Supplier<Secret> token(QlikCredentials credentials) {
        return ((ApiKeyCredentials) credentials)::key;
    }

    private record Client(
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
