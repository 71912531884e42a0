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
 * Marks the context of a request when its first byte is about to be sent: a failure before that moment did nothing on the
 * tenant, whatever its type. Directly before that, a connection that the tenant has closed meanwhile is given up, since nobody
 * could tell whether a write on it arrived; that ends in a {@link RequestNotExecutedException}.
 */
final class SendTrackingRequestExecutor extends HttpRequestExecutor {

    /** The context of one request. For the thread that sends it. */
    static final class Context extends HttpClientContext {

        private boolean marked;

        /** Whether the first byte was about to be sent. */
        boolean isMarked() {
            return marked;
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        // A proxy's tunnel is asked for with a request of its own.
        if (!Method.CONNECT.isSame(request.getMethod())) {
            if (connection instanceof NonLoggingConnection pooled && isUnusable(pooled, request)) {
                throw new RequestNotExecutedException();
            }
            if (context instanceof Context ours) {
                ours.marked = true;
            }
        }
        return super.execute(request, connection, information, context);
    }

    /** A GET may fail, since it is sent again; so it does not pay for looking for the end of the connection each time. */
    private static boolean isUnusable(NonLoggingConnection connection, ClassicHttpRequest request) throws IOException {
        return Method.GET.isSame(request.getMethod()) ? connection.hasSurplus() : connection.isSpent();
    }
}
