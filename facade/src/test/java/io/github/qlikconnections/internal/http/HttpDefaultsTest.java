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

/** What HttpClient does when nobody tells it otherwise, and must not do here; the rest of it is in {@link TransportTest}. */
class HttpDefaultsTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    @Test
    void looksForAnOpenConnectionAmongAllThatTheTenantHasClosed() throws Exception {
        int number = Transports.SETTINGS.maxConnections();
        Semaphore arrived = new Semaphore(0);
        Semaphore answer = new Semaphore(0);
        Semaphore closed = new Semaphore(0);
        try (RawServer hasty = new RawServer((request, socket) -> {
                    arrived.release();
                    answer.acquireUninterruptibly();
                    RawServer.send(socket, "200 OK", "application/json", "{}");
                    ClosingServer.closeAndAwaitArrival(socket);
                    closed.release();
                });
                Transport transport = open(hasty.url(), Transports.SETTINGS, new ManualTiming())) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                Thread caller = new Thread(() -> send(transport, "POST"));
                caller.start();
                callers.add(caller);
            }
            arrived.acquire(number);
            answer.release(number + 1);
            closed.acquire(number);
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(send(transport, "POST")).isEqualTo("{}");
            assertThat(hasty.requests()).hasSize(number + 1);
        }
    }

    @Test
    void opensAsManyConnectionsAsAreAllowedAndNotFive() throws Exception {
        Semaphore arrived = new Semaphore(0);
        Semaphore answer = new Semaphore(0);
        try (RawServer busy = new RawServer((request, socket) -> {
                    arrived.release();
                    answer.acquireUninterruptibly();
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
            answer.release(12);
            for (Thread caller : callers) {
                caller.join();
            }
        }
    }

    @Test
    void doesNotWaitThreeMinutesForATlsHandshake() throws IOException {
        // It accepts, by its backlog, and never says a word.
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Transport transport = open(
                        "https://localhost:" + mute.getLocalPort(),
                        withConnectTimeout(Duration.ofMillis(300)),
                        Timing.SYSTEM)) {
            TransportException late = catchThrowableOfType(TransportException.class, () -> send(transport, "POST"));
            assertThat(late.outcomeUnknown()).isFalse();
            assertThat(late).hasMessageNotContaining("was not done within");
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
                patient.createTimeout(),
                patient.poolTimeout(),
                patient.operationTimeout(),
                connections,
                1,
                patient.backoffBase(),
                patient.backoffCap(),
                patient.retryAfterCap(),
                patient.maxAnswerBytes(),
                patient.readsPerMinute(),
                patient.writesPerMinute());
    }

    private static Transport open(String url, TransportSettings settings, Timing timing) {
        return Transports.open(url, settings, timing).bearing(deadline -> Secret.of("the-bearer-token"));
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
