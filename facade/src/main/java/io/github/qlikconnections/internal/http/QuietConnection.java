package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.net.Socket;
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

    private QuietConnection() {
        super("qlik-" + COUNT.incrementAndGet(), null, null, BOUNDS, null, null, null, null);
    }

    static QuietConnection over(@Nullable Socket socket) throws IOException {
        QuietConnection connection = new QuietConnection();
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
}
