package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs neither headers nor bodies. HttpClient's own does at DEBUG, the bearer token and every secret in a
 * body included, and an application that sets its root logger to DEBUG would have them in its files.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {

    /** An endless header would fill the memory as well as an endless body. */
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(32 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    private static final AtomicLong COUNT = new AtomicLong();

    /** Looking takes a millisecond, and that the other side closed cannot be seen sooner than a packet takes. */
    private static final long LOOK_AFTER_NANOS = Duration.ofMillis(5).toNanos();

    private final Timing timing;
    private volatile long usedAt;

    private QuietConnection(Timing timing) {
        super("qlik-" + COUNT.incrementAndGet(), null, null, BOUNDS, null, null, null, null);
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
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // Deliberately not logged.
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // Deliberately not logged.
    }

    /** Goes back to the pool. */
    @Override
    public void passivate() {
        super.passivate();
        usedAt = timing.nanoTime();
    }

    /** Whether the tenant has closed the connection since its last use. */
    boolean closedMeanwhile() throws IOException {
        return getEndpointDetails().getRequestCount() > 0
                && timing.nanoTime() - usedAt >= LOOK_AFTER_NANOS
                && isStale();
    }
}
