package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
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
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    /** An endless header would fill the memory as well as an endless body. */
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(32 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    /** Looking takes a millisecond, and that the other side closed cannot be seen sooner than a packet takes. */
    private static final long LOOK_AFTER_NANOS = Duration.ofMillis(5).toNanos();

    private final Timing timing;
    private volatile long usedAt;
    private volatile Timeout timeout = Timeout.DISABLED;
    private volatile boolean closed;

    private QuietConnection(Timing timing) {
        super(BOUNDS);
        this.timing = timing;
        this.usedAt = timing.nanoTime();
    }

    static QuietConnection over(@Nullable Socket socket, Timing timing) throws IOException {
        QuietConnection connection = new QuietConnection(timing);
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
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
        usedAt = timing.nanoTime();
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

    /** Whether the tenant has closed the connection since its last use. */
    boolean closedMeanwhile() throws IOException {
        return getEndpointDetails().getRequestCount() > 0
                && timing.nanoTime() - usedAt >= LOOK_AFTER_NANOS
                && isStale();
    }
}
