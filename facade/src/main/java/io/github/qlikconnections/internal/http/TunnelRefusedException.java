package io.github.qlikconnections.internal.http;

import java.io.IOException;

/** Signals that a proxy rejected CONNECT, so nothing was sent to the tenant. */
final class TunnelRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    TunnelRefusedException(int status) {
        super("CONNECT: " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
