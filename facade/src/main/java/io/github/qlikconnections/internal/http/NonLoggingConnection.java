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
 * A connection that logs neither headers nor bodies. HttpClient's own connection logs both at DEBUG, including the bearer token
 * and all secrets. It also cannot be extended before HttpClient 5.6, so this class tracks the timeout of a pooled connection.
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
            throw new InterruptedIOException("The connection was closed while it was being opened.");
        }
        super.bind(socket);
        timeout = Timeout.ofMilliseconds(socket.getSocket().getSoTimeout());
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder socket = getSocketHolder();
        return socket == null ? null : socket.getSocket();
    }

    /** Avoids a system call if the timeout is the same as for the previous request, which is usual. */
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

    /** Does nothing, because the timeout is set for each request. */
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
     * Returns whether bytes have arrived after the last response, which would be read as the next response. A TLS record such as
     * a late session ticket counts too: it costs a connection, not a request.
     */
    boolean hasSurplus() throws IOException {
        SocketHolder socket = getSocketHolder();
        // A new connection may have received TLS records that belong to no request.
        return pooled
                && (socket == null
                        || hasBufferedInput(socket)
                        || socket.getBaseSocket().getInputStream().available() > 0);
    }

    /** Returns whether bytes or the end of the connection have arrived after the last response. Does not block. */
    boolean isSpent() throws IOException {
        SocketChannel open = channel;
        SocketHolder socket = getSocketHolder();
        if (open == null || socket == null) {
            return hasSurplus() || (pooled && isStale());
        }
        return pooled && (hasBufferedInput(socket) || PooledSockets.hasInput(open));
    }

    /** Returns whether bytes that belong to no response have been received and, with TLS, decrypted. */
    private boolean hasBufferedInput(SocketHolder socket) throws IOException {
        SSLSocket tls = socket.getSSLSocket();
        return head.hasSurplus() || (tls != null && tls.getInputStream().available() > 0);
    }
}
