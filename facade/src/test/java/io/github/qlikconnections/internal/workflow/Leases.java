package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.QlikClient;

/** Looks into a client's connection pool. */
public final class Leases {

    private Leases() {}

    public static int of(QlikClient client) {
        return ((TenantClient) client).leased();
    }
}
