package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** A server that closes each connection after one response, and tells when the client's kernel has received that. */
final class ClosingServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    /** The connections of this machine, as Linux lists them; those of a dual-stack socket are in the first file. */
    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

    /** The state of a connection whose other side has closed it. */
    private static final String CLOSE_WAIT = "08";

    private final Semaphore closed = new Semaphore(0);
    private final RawServer server;

    ClosingServer() {
        this.server = new RawServer(this::answer);
    }

    ClosingServer(ServerSocket socket) {
        this.server = new RawServer(socket, this::answer);
    }

    private void answer(RawServer.Request request, Socket socket) throws IOException {
        RawServer.send(socket, "200 OK", "application/json", "{}");
        closeAndAwaitArrival(socket);
        closed.release();
    }

    /** Closes a connection and returns once the client's kernel has received its end, without any guess about time. */
    static void closeAndAwaitArrival(Socket socket) throws IOException {
        Pattern arrived = Pattern.compile(String.format(
                Locale.ROOT, ":%04X [0-9A-F]+:%04X %s ", socket.getPort(), socket.getLocalPort(), CLOSE_WAIT));
        if (!Files.exists(CONNECTIONS.get(1))) {
            // Elsewhere close itself can wait for the acknowledgement of the end, which the client's kernel delays.
            socket.setSoLinger(true, PATIENCE_SECONDS);
            socket.close();
            return;
        }
        socket.close();
        while (!isListed(arrived)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isListed(Pattern connection) throws IOException {
        for (Path table : CONNECTIONS) {
            if (Files.exists(table)
                    && connection.matcher(Files.readString(table)).find()) {
                return true;
            }
        }
        return false;
    }

    /** Waits until the end of one more connection has arrived at the client. */
    void awaitClosed() throws InterruptedException {
        closed.acquire();
    }

    String url() {
        return server.url();
    }

    int port() {
        return server.port();
    }

    int requests() {
        return server.requests().size();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
