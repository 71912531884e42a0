package io.github.qlikconnections.internal.http;

import java.io.IOException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Records in the context of a request that its first byte is about to be sent. A failure before that moment changed nothing on
 * the tenant. A stale connection is rejected directly before it with a {@link RequestNotExecutedException}, because the outcome
 * of a write on it would be unknown.
 */
final class SendTrackingRequestExecutor extends HttpRequestExecutor {

    /** The context of one request. Not thread-safe. */
    static final class Context extends HttpClientContext {

        private boolean sent;

        /** Returns whether the request may have been sent. */
        boolean isSent() {
            return sent;
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        // The CONNECT request for a tunnel goes to the proxy, not to the tenant.
        if (!Method.CONNECT.isSame(request.getMethod())) {
            if (connection instanceof NonLoggingConnection pooled && isUnusable(pooled, request)) {
                throw new RequestNotExecutedException();
            }
            if (context instanceof Context ours) {
                ours.sent = true;
            }
        }
        return super.execute(request, connection, information, context);
    }

    /** Returns whether a connection is stale. A GET is retried anyway, so it skips the check for a closed connection. */
    private static boolean isUnusable(NonLoggingConnection connection, ClassicHttpRequest request) throws IOException {
        return Method.GET.isSame(request.getMethod()) ? connection.hasSurplus() : connection.isSpent();
    }
}
