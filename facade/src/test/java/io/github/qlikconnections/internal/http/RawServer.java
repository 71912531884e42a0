package io.github.qlikconnections.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A loopback server with keep-alive that sends arbitrary bytes or closes the connection. This class is thread-safe. */
public final class RawServer implements AutoCloseable {

    /** A received request. */
    public record Request(String head, String body) {

        public String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        public String method() {
            return head.substring(0, head.indexOf(' '));
        }

        public String target() {
            return line().split(" ", -1)[1];
        }

        public boolean is(String method, String pathStart) {
            return method().equals(method) && target().startsWith(pathStart);
        }
    }

    /** Handles a request on its socket. */
    @FunctionalInterface
    public interface Handler {
        void handle(Request request, Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Handler handler;
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    public RawServer(Handler handler) {
        this(listen(), handler);
    }

    public RawServer(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
        startDaemon(this::accept);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void startDaemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                startDaemon(() -> serve(socket));
            } catch (IOException e) {
                // The server was closed or a TLS handshake failed. The next one may succeed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                handler.handle(request, socket);
            }
        } catch (IOException e) {
            // The client or the handler closed the connection.
        } finally {
            sockets.remove(socket);
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int octet = in.read();
            if (octet < 0) {
                return null;
            }
            head.write(octet);
            matched = octet == "\r\n\r\n".charAt(matched) ? matched + 1 : octet == '\r' ? 1 : 0;
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return new Request(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public void clearRequests() {
        requests.clear();
    }

    /** Sends a response with a status line, header fields and a body. */
    public static void send(Socket socket, String status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        write(
                socket,
                "HTTP/1.1 " + status + "\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                        + "Content-Length: " + bytes.length + "\r\n\r\n");
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Ends the connection with a reset instead of an orderly close. */
    public static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
