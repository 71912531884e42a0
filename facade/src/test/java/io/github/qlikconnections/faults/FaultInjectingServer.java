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

/** Stands between a client and a tenant, hands requests on, and breaks those for which a fault is chosen. Thread-safe. */
final class FaultInjectingServer implements AutoCloseable {

    private static final HttpClient TO_TENANT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String tenant;
    private final RawServer server;
    private final Function<RawServer.Request, Disturbance> choice;
    private final AtomicInteger faults = new AtomicInteger();

    /** A wire to this tenant; the choice gives the fault of a request, or {@link Fault#NONE}. */
    FaultInjectingServer(String tenant, Function<RawServer.Request, Disturbance> choice) {
        this.tenant = tenant;
        this.choice = choice;
        this.server = new RawServer(this::answer);
    }

    String url() {
        return server.url();
    }

    /** How many requests met a fault. */
    int faults() {
        return faults.get();
    }

    /** Drops what is remembered of the requests so far. */
    void forget() {
        server.clearRequests();
    }

    private void answer(RawServer.Request request, Socket socket) throws IOException {
        Disturbance fault = choice.apply(request);
        if (fault != Fault.NONE) {
            faults.incrementAndGet();
        }
        fault.answer(request, () -> real(request), socket);
    }

    /** How a request is answered in the place of the tenant. */
    @FunctionalInterface
    interface Disturbance {

        void answer(RawServer.Request request, Fault.Tenant tenant, Socket socket) throws IOException;
    }

    /** What the tenant itself answers, byte for byte but for its header fields. */
    private byte[] real(RawServer.Request request) throws IOException {
        HttpRequest.Builder onward = HttpRequest.newBuilder(URI.create(tenant + request.target()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Authorization:", 0, 14)
                        || line.regionMatches(true, 0, "Content-Type:", 0, 13))
                .forEach(line -> onward.header(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));
        try {
            HttpResponse<byte[]> answer = TO_TENANT.send(onward.build(), BodyHandlers.ofByteArray());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String type = answer.headers()
                    .firstValue("Content-Type")
                    .map(value -> "Content-Type: " + value + "\r\n")
                    .orElse("");
            String length = answer.statusCode() == 204 ? "" : "Content-Length: " + answer.body().length + "\r\n";
            bytes.writeBytes(("HTTP/1.1 " + answer.statusCode() + " X\r\n" + type + length + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(answer.body());
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
