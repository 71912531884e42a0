package io.github.qlikconnections.faults;

import io.github.qlikconnections.internal.http.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A proxy between a client and a tenant that injects the faults chosen for requests. Thread-safe. */
final class FaultInjectingServer implements AutoCloseable {

    private static final HttpClient TO_TENANT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String tenant;
    private final RawServer server;
    private final Function<RawServer.Request, RequestFault> choice;
    private final AtomicInteger faults = new AtomicInteger();

    /** Creates a proxy for a tenant. The choice returns the fault of a request, or {@link Fault#NONE}. */
    FaultInjectingServer(String tenant, Function<RawServer.Request, RequestFault> choice) {
        this.tenant = tenant;
        this.choice = choice;
        this.server = new RawServer(this::respond);
    }

    String url() {
        return server.url();
    }

    /** Returns the number of requests with a fault. */
    int faults() {
        return faults.get();
    }

    /** Clears the recorded requests. */
    void clear() {
        server.clearRequests();
    }

    private void respond(RawServer.Request request, Socket socket) throws IOException {
        RequestFault fault = choice.apply(request);
        if (fault != Fault.NONE) {
            faults.incrementAndGet();
        }
        fault.respond(request, () -> forward(request), socket);
    }

    /** Responds to a request in place of the tenant. */
    @FunctionalInterface
    interface RequestFault {

        void respond(RawServer.Request request, Fault.Tenant tenant, Socket socket) throws IOException;
    }

    /** Forwards a request to the tenant and returns the response with an unchanged body and few header fields. */
    private byte[] forward(RawServer.Request request) throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(URI.create(tenant + request.target()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Authorization:", 0, 14)
                        || line.regionMatches(true, 0, "Content-Type:", 0, 13))
                .forEach(line -> forwarded.header(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));
        try {
            HttpResponse<byte[]> response = TO_TENANT.send(forwarded.build(), BodyHandlers.ofByteArray());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String type = response.headers()
                    .firstValue("Content-Type")
                    .map(value -> "Content-Type: " + value + "\r\n")
                    .orElse("");
            String length = response.statusCode() == 204 ? "" : "Content-Length: " + response.body().length + "\r\n";
            bytes.writeBytes(("HTTP/1.1 " + response.statusCode() + " X\r\n" + type + length + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(response.body());
            return bytes.toByteArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
