package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** Signals an attempt without a response. */
final class AttemptFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final IOException failure;
    private final boolean mayHaveArrived;
    private final boolean deadlinePassed;

    AttemptFailedException(IOException failure, boolean mayHaveArrived, boolean deadlinePassed) {
        super(failure);
        this.failure = failure;
        this.mayHaveArrived = mayHaveArrived;
        this.deadlinePassed = deadlinePassed;
    }

    /** Returns whether a failure happened before a connection was open. */
    private static boolean isConnectFailure(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof ConnectionRequestTimeoutException;
    }

    IOException failure() {
        return failure;
    }

    /** Returns whether the tenant may have received the request. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    /** Returns whether the attempt was cancelled because the deadline of the operation had passed. */
    boolean deadlinePassed() {
        return deadlinePassed;
    }

    /** Returns whether a retry can succeed. An untrusted certificate or a wrong proxy password is permanent. */
    boolean isTransient() {
        boolean permanent = failure instanceof SSLException
                || (failure instanceof TunnelRefusedException tunnel && tunnel.status() < 500);
        return mayHaveArrived || !permanent;
    }

    /**
     * Returns what happened, for messages.
     *
     * @param proxy the proxy that is used for the tenant, or null for none
     */
    String explain(Tenant tenant, @Nullable String proxy, Call call) {
        if (deadlinePassed) {
            return "it was not done within "
                    + DurationFormatter.of(call.deadline().total());
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "all pooled connections were in use";
        }
        if (failure instanceof TunnelRefusedException tunnel) {
            return (proxy == null ? "a proxy" : proxy) + " responded with " + StatusFormatter.of(tunnel.status());
        }
        if (failure instanceof SSLException && !mayHaveArrived) {
            return "no trusted TLS connection to " + tenant + " could be made";
        }
        if (isConnectFailure(failure)) {
            String what = proxy == null ? tenant.toString() : proxy;
            return failure instanceof UnknownHostException
                    ? "the host name of " + what + " is not known"
                    : what + " could not be reached";
        }
        if (failure instanceof SocketTimeoutException) {
            return "no response came in time";
        }
        return proxy == null || mayHaveArrived
                ? "the connection broke before the response was complete"
                : "the connection through " + proxy + " broke before the request was sent";
    }

    /**
     * Returns the next step for a caller, if it is known that nothing was changed.
     *
     * @param proxy the proxy that is used for the tenant, or null for none
     */
    String advice(@Nullable String proxy) {
        if (deadlinePassed) {
            return FailureAdvice.MORE_TIME + " Or find out why the tenant is slow.";
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "Allow more connections on the builder, or use fewer threads.";
        }
        if (failure instanceof TunnelRefusedException tunnel) {
            return tunnel.status() == 407
                    ? "Check the user and the password of this setting, or set them with proxy(host, port, user,"
                            + " password) on the builder."
                    : "Check that this proxy allows connections to the tenant.";
        }
        if (failure instanceof SSLException && !mayHaveArrived) {
            return "Check the tenant address and the trust store of this JVM.";
        }
        if (isConnectFailure(failure)) {
            return proxy != null
                    ? "Check this setting and that the proxy is running."
                    : failure instanceof UnknownHostException
                            ? "Check the tenant address and the DNS of this machine."
                            : "Check the tenant address, the network and any proxy.";
        }
        if (failure instanceof SocketTimeoutException) {
            return "Allow a longer response timeout on the builder, or try again later.";
        }
        return "Check the network and try again.";
    }
}
