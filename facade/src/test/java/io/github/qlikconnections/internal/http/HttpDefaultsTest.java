package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Overrides of defaults of HttpClient. {@link TransportTest} covers the others. */
class HttpDefaultsTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    @Test
    void allStaleConnectionsOfThePoolAreReplaced() throws Exception {
        int number = Transports.SETTINGS.maxConnections();
        Semaphore arrived = new Semaphore(0);
        Semaphore respond = new Semaphore(0);
        Semaphore closed = new Semaphore(0);
        try (RawServer closing = new RawServer((request, socket) -> {
                    arrived.release();
                    respond.acquireUninterruptibly();
                    RawServer.send(socket, "200 OK", "application/json", "{}");
                    ClosingServer.closeAndAwaitArrival(socket);
                    closed.release();
                });
                Transport transport = open(closing.url(), Transports.SETTINGS, new ManualTiming())) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                Thread caller = new Thread(() -> send(transport, "POST"));
                caller.start();
                callers.add(caller);
            }
            arrived.acquire(number);
            respond.release(number + 1);
            closed.acquire(number);
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(send(transport, "POST")).isEqualTo("{}");
            assertThat(closing.requests()).hasSize(number + 1);
        }
    }

    @Test
    void poolOpensUpToTheConfiguredNumberOfConnections() throws Exception {
        Semaphore arrived = new Semaphore(0);
        Semaphore respond = new Semaphore(0);
        try (RawServer busy = new RawServer((request, socket) -> {
                    arrived.release();
                    respond.acquireUninterruptibly();
                    RawServer.send(socket, "200 OK", "application/json", "{}");
                });
                Transport transport = open(busy.url(), withConnections(12), Timing.SYSTEM)) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Thread caller = new Thread(() -> send(transport, "GET"));
                caller.start();
                callers.add(caller);
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> arrived.availablePermits() == 12);
            respond.release(12);
            for (Thread caller : callers) {
                caller.join();
            }
        }
    }

    @Test
    void connectTimeoutAppliesToTheTlsHandshake() throws IOException {
        // The backlog accepts the connection, and nothing is ever sent.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Transport transport = open(
                        "https://localhost:" + silent.getLocalPort(),
                        withConnectTimeout(Duration.ofMillis(300)),
                        Timing.SYSTEM)) {
            TransportException exception =
                    catchThrowableOfType(TransportException.class, () -> send(transport, "POST"));
            assertThat(exception.outcomeUnknown()).isFalse();
            assertThat(exception).hasMessageNotContaining("was not done within");
            Transports.assertNothingLeased(transport);
        }
    }

    private static TransportSettings withConnections(int number) {
        return settings(Duration.ofSeconds(10), number);
    }

    private static TransportSettings withConnectTimeout(Duration time) {
        return settings(time, 4);
    }

    private static TransportSettings settings(Duration connectTimeout, int connections) {
        TransportSettings patient = Transports.withOperationTimeout(PATIENT);
        return new TransportSettings(
                connectTimeout,
                patient.responseTimeout(),
                patient.createResponseTimeout(),
                patient.connectionRequestTimeout(),
                patient.operationTimeout(),
                connections,
                1,
                patient.backoffBaseDelay(),
                patient.backoffMaxDelay(),
                patient.maxRetryAfter(),
                patient.maxResponseBytes(),
                patient.rates());
    }

    private static Transport open(String url, TransportSettings settings, Timing timing) {
        return Transports.open(url, settings, timing).withBearerTokens(deadline -> Secret.of("the-bearer-token"));
    }

    private static String send(Transport transport, String method) {
        Call call = new Call(operation(method), "connection c1", transport.deadline(), Redactor.NONE);
        byte[] body = method.equals("GET") ? null : "{}".getBytes(StandardCharsets.UTF_8);
        return transport.send(call, new WireRequest(method, "/x", Map.of(), body), HttpDefaultsTest::text);
    }

    private static Operation operation(String method) {
        return method.equals("GET") ? Operation.GET_CONNECTION : Operation.CREATE_CONNECTION;
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
}
