package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs neither headers nor bodies. HttpClient's own does at DEBUG, the bearer token and every secret in a
 * body included, and an application that sets its root logger to DEBUG would have them in its files. That one cannot be
 * extended before HttpClient 5.6 either, which is why this one keeps a pooled connection's timeout by itself.
 */
final class NonLoggingConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private final ResponseHead head;
    private volatile @Nullable SocketChannel channel;
    private volatile Timeout timeout = Timeout.DISABLED;
    private volatile boolean pooled;
    private volatile boolean closed;

    private NonLoggingConnection(ResponseHead head) {
        super(ResponseHead.BOUNDS, null, null, ResponseHead.LENGTH, null, null, bounds -> head);
        this.head = head;
    }

    static NonLoggingConnection over(@Nullable Socket socket) throws IOException {
        NonLoggingConnection connection = new NonLoggingConnection(new ResponseHead());
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        channel = socket.getChannel();
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        channel = socket.getChannel();
        bind(new SocketHolder(tls, socket));
    }

    @Override
    protected void bind(SocketHolder socket) throws IOException {
        if (closed) {
            socket.getSocket().close();
            throw new InterruptedIOException("Closed while it was being connected.");
        }
        super.bind(socket);
        timeout = Timeout.ofMilliseconds(socket.getSocket().getSoTimeout());
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder socket = getSocketHolder();
        return socket == null ? null : socket.getSocket();
    }

    /** As a rule it is that of the request before. */
    @Override
    public void setSocketTimeout(Timeout value) {
        if (!value.equals(timeout)) {
            super.setSocketTimeout(value);
            timeout = value;
        }
    }

    @Override
    public void passivate() {
        pooled = true;
    }

    /** Its timeout is set for each request. */
    @Override
    public void activate() {}

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        super.close(mode);
    }

    /**
     * Whether bytes have arrived since the last response that would be taken for the next one. A TLS record that is no response,
     * such as a late session ticket, counts too: it costs a connection, not a request.
     */
    boolean hasSurplus() throws IOException {
        SocketHolder socket = getSocketHolder();
        // A connection that was never in the pool is new; TLS has sent records on it that no request asked for.
        return pooled
                && (socket == null
                        || head.hasSurplus()
                        || socket.getInputStream().available() > 0
                        || socket.getBaseSocket().getInputStream().available() > 0);
    }

    /** Whether bytes or the end of the connection have arrived since the last response. It does not wait. */
    boolean isSpent() throws IOException {
        SocketChannel open = channel;
        return hasSurplus() || (pooled && (open == null ? isStale() : PooledSockets.hasInput(open)));
    }
}
