package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** An attempt that brought no answer, and how far it got. */
final class BrokenExchange extends Exception {

    private static final long serialVersionUID = 1L;

    private final IOException failure;
    private final boolean mayHaveArrived;
    private final boolean deadlinePassed;

    BrokenExchange(IOException failure, boolean mayHaveArrived, boolean deadlinePassed) {
        super(failure);
        this.failure = failure;
        this.mayHaveArrived = mayHaveArrived;
        this.deadlinePassed = deadlinePassed;
    }

    /** Whether a failure belongs to the time before there is a connection. */
    private static boolean whileConnecting(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof ConnectionRequestTimeoutException;
    }

    IOException failure() {
        return failure;
    }

    /** Whether the tenant may have received the request. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    /** Whether the deadline of the whole operation ended it. */
    boolean deadlinePassed() {
        return deadlinePassed;
    }

    /** Whether trying the same again can help: an untrusted certificate stays untrusted. */
    boolean passing() {
        return mayHaveArrived || !(failure instanceof SSLException);
    }

    /** What happened, in words. */
    String explain(Tenant tenant, Call call) {
        if (deadlinePassed) {
            return "it was not done within " + call.deadline().total().toSeconds() + " s";
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "all pooled connections were in use";
        }
        if (failure instanceof UnknownHostException) {
            return "the host name of " + tenant + " is not known";
        }
        if (failure instanceof SSLException && !mayHaveArrived) {
            return "no trusted TLS connection to " + tenant + " could be made";
        }
        if (whileConnecting(failure)) {
            return tenant + " could not be reached";
        }
        if (failure instanceof SocketTimeoutException) {
            return "no response came in time";
        }
        return "the connection broke before the response was complete";
    }

    /** The next step, if it is known that nothing was changed. */
    String advice() {
        if (deadlinePassed) {
            return "Give the operation more time on the builder, or look at what slows the tenant down.";
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return "Allow more connections on the builder, or use fewer threads.";
        }
        if (failure instanceof UnknownHostException) {
            return "Check the tenant address and the DNS of this machine.";
        }
        if (failure instanceof SSLException && !mayHaveArrived) {
            return "Check the tenant address and the trust store of this JVM.";
        }
        if (whileConnecting(failure)) {
            return "Check the tenant address, the network and any proxy.";
        }
        if (failure instanceof SocketTimeoutException) {
            return "Allow a longer response timeout on the builder, or try again later.";
        }
        return "Check the network and try again.";
    }
}
