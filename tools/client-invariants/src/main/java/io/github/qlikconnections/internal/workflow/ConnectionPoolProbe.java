package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.QlikClient;

/** Looks into a client's connection pool. */
public final class ConnectionPoolProbe {

    private ConnectionPoolProbe() {}

    public static int leasedConnections(QlikClient client) {
        return ((DefaultQlikClient) client).leasedConnections();
    }
}
