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

/** A server that closes each connection after one response and detects when the client's kernel has received the end. */
final class ClosingServer implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 30;

    /** The connection tables of Linux. Connections of a dual-stack socket are in the first one. */
    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

    /** The state until the end arrives. The next one may be missed, because the client may close it, too. */
    private static final String ESTABLISHED = "01";

    private final Semaphore closed = new Semaphore(0);
    private final RawServer server;

    ClosingServer() {
        this.server = new RawServer(this::respond);
    }

    ClosingServer(ServerSocket socket) {
        this.server = new RawServer(socket, this::respond);
    }

    private void respond(RawServer.Request request, Socket socket) throws IOException {
        RawServer.send(socket, "200 OK", "application/json", "{}");
        closeAndAwaitArrival(socket);
        closed.release();
    }

    /** Closes a connection and waits until the client's kernel has received its end, without a fixed delay. */
    static void closeAndAwaitArrival(Socket socket) throws IOException {
        Pattern openConnection = Pattern.compile(String.format(
                Locale.ROOT, ":%04X [0-9A-F]+:%04X %s ", socket.getPort(), socket.getLocalPort(), ESTABLISHED));
        if (!Files.exists(CONNECTIONS.get(1))) {
            // Without these tables, close waits for the acknowledgement of the end, which the client's kernel delays.
            socket.setSoLinger(true, TIMEOUT_SECONDS);
            socket.close();
            return;
        }
        socket.close();
        while (isListed(openConnection)) {
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

    /** Waits until the client has received the end of another connection. */
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
