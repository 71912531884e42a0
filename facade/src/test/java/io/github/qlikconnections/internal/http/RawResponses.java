package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.event.RequestListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that sends the given responses and repeats the last one, with a transport to it. Not thread-safe. */
final class RawResponses implements AutoCloseable {

    /** A usable success. */
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    /** Closes the connection instead of a response. */
    static final String BROKEN = "";

    private final AtomicInteger next = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ManualTiming timing = new ManualTiming();
    private final RawServer server;
    private final Transport transport;

    RawResponses(String... responses) {
        this(new RequestListener() {}, responses);
    }

    RawResponses(RequestListener listener, String... responses) {
        this.server = new RawServer((request, socket) -> {
            connections.add(socket);
            String response = responses[Math.min(next.getAndIncrement(), responses.length - 1)];
            RawServer.write(socket, response);
            if (response.equals(BROKEN)) {
                socket.close();
            }
        });
        this.transport = Transports.open(server.url(), Transports.SETTINGS, timing, listener)
                .withBearerTokens(deadline -> Secret.of("the-bearer-token"));
    }

    /** Returns a response with this status and JSON body. */
    static String json(int status, String body) {
        return response(status, "application/json", body);
    }

    static String response(int status, String contentType, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    int requests() {
        return server.requests().size();
    }

    /** Returns the number of connections over which requests arrived. */
    int connections() {
        return connections.size();
    }

    Transport transport() {
        return transport;
    }

    /** Returns the exception of the call, or null. */
    @Nullable QlikException failure(Operation operation, String method) {
        try {
            send(operation, method);
            return null;
        } catch (QlikException e) {
            return e;
        }
    }

    @Nullable String send(Operation operation, String method) {
        return send(
                operation,
                new WireRequest(method, "/x", Map.of(), method.equals("GET") ? null : new byte[] {'{', '}'}));
    }

    @Nullable String send(Operation operation, WireRequest request) {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("p4ssw0rd")));
        Call call = new Call(operation, "connection c1", transport.deadline(), redactor);
        return transport.send(call, request, RawResponses::text);
    }

    private static String text(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("{")) {
            throw new UnreadableResponseException("is not a JSON object");
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        Transports.assertNothingLeased(transport);
        transport.close();
        server.close();
    }
}
