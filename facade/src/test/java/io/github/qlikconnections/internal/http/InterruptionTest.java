package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.RateLimitedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interruption ends every wait of a call within a second, keeps the interrupt flag and leaks no connection. */
class InterruptionTest {

    private static final Secret TOKEN = Secret.of("the-bearer-token");
    private static final TransportSettings PATIENT = Transports.withOperationTimeout(Duration.ofMinutes(1));

    @Test
    void interruptionEndsTheWaitForAPooledConnection() throws Exception {
        try (RawServer silent = new RawServer((request, socket) -> {});
                Transport transport = open(silent.url(), PATIENT)) {
            List<InterruptedCall> holders = Stream.generate(() -> InterruptedCall.start(() -> get(transport)))
                    .limit(PATIENT.maxConnections())
                    .toList();
            holders.get(0).awaitCondition(() -> silent.requests().size() == holders.size());
            InterruptedCall waiting =
                    InterruptedCall.start(() -> get(transport)).awaitWaiting();
            assertThat(waiting.interrupt().outcomeUnknown()).isFalse();
            assertThat(transport.leased()).isEqualTo(holders.size());
            assertThat(silent.requests()).hasSize(holders.size());
            holders.forEach(InterruptedCall::interrupt);
            Transports.assertNothingLeased(transport);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "POST, true", "DELETE, true"})
    void interruptionEndsTheWaitForAResponse(String method, boolean unknown) throws Exception {
        try (RawServer silent = new RawServer((request, socket) -> {});
                Transport transport = open(silent.url(), Transports.SETTINGS)) {
            InterruptedCall call = InterruptedCall.start(() -> send(transport, method))
                    .awaitCondition(() -> !silent.requests().isEmpty());
            assertThat(call.interrupt().outcomeUnknown()).isEqualTo(unknown);
            assertThat(silent.requests()).as("it is not retried").hasSize(1);
            Transports.assertNothingLeased(transport);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "POST, true"})
    void interruptionEndsTheReadOfASlowResponse(String method, boolean unknown) throws Exception {
        CountDownLatch bytesSent = new CountDownLatch(3);
        try (RawServer slow = new RawServer((request, socket) -> sendSlowly(socket, bytesSent));
                Transport transport = open(slow.url(), PATIENT)) {
            InterruptedCall call = InterruptedCall.start(() -> send(transport, method))
                    .awaitCondition(() -> bytesSent.getCount() == 0);
            assertThat(call.interrupt().outcomeUnknown()).isEqualTo(unknown);
            Transports.assertNothingLeased(transport);
        }
    }

    private static void sendSlowly(Socket socket, CountDownLatch bytesSent) throws IOException {
        RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n[");
        try {
            for (int i = 0; i < 2000; i++) {
                RawServer.write(socket, " ");
                bytesSent.countDown();
                boolean never = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
                assertThat(never).isFalse();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void interruptionEndsATlsHandshake() throws Exception {
        // The backlog accepts the connection, and nothing is ever sent.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Transport transport = open("https://localhost:" + silent.getLocalPort(), PATIENT)) {
            InterruptedCall call = InterruptedCall.start(() -> post(transport));
            try (Socket accepted = silent.accept()) {
                assertThat(accepted.getInputStream().read()).as("a TLS record").isEqualTo(22);
                assertThat(call.interrupt().outcomeUnknown()).isFalse();
            }
            Transports.assertNothingLeased(transport);
        }
    }

    @ParameterizedTest
    @CsvSource({"429", "503"})
    void interruptionEndsTheRetryAfterDelay(int status) throws Exception {
        try (RawServer limited = limited(status);
                Transport transport = open(limited.url(), Transports.SETTINGS)) {
            InterruptedCall call = InterruptedCall.start(() -> get(transport))
                    .awaitCondition(() -> !limited.requests().isEmpty() && transport.leased() == 0)
                    .awaitWaiting();
            assertThat(call.interrupt().outcomeUnknown()).isFalse();
            assertThat(limited.requests()).hasSize(1);
            Transports.assertNothingLeased(transport);
        }
    }

    @Test
    void interruptionEndsTheWaitForATierThatAnotherThreadClosed() throws Exception {
        try (RawServer limited = limited(429);
                Transport transport = open(limited.url(), Transports.SETTINGS)) {
            InterruptedCall first = InterruptedCall.start(() -> get(transport))
                    .awaitCondition(() -> !limited.requests().isEmpty() && transport.leased() == 0)
                    .awaitWaiting();
            InterruptedCall second = InterruptedCall.start(() -> get(transport)).awaitWaiting();
            assertThat(second.interrupt().outcomeUnknown()).isFalse();
            assertThat(first.isRunning()).isTrue();
            first.interrupt();
            assertThat(limited.requests()).as("only the first was sent").hasSize(1);
            Transports.assertNothingLeased(transport);
        }
    }

    @Test
    void callDoesNotWaitForAClosedTierBeyondTheDeadline() throws Exception {
        ManualTiming timing = new ManualTiming();
        try (RawServer limited = limited(429);
                Transport transport = Transports.open(
                                limited.url(), Transports.withOperationTimeout(Duration.ofSeconds(20)), timing)
                        .withBearerTokens(deadline -> TOKEN)) {
            assertThat(catchThrowable(() -> get(transport))).isInstanceOf(RateLimitedException.class);
            assertThat(catchThrowable(() -> get(transport))).isInstanceOf(RateLimitedException.class);
            assertThat(timing.sleeps()).isEmpty();
            assertThat(limited.requests()).hasSize(1);
        }
    }

    private static RawServer limited(int status) {
        return new RawServer((request, socket) ->
                RawServer.write(socket, "HTTP/1.1 " + status + " No\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"));
    }

    private static Transport open(String url, TransportSettings settings) {
        return Transports.open(url, settings, Timing.SYSTEM).withBearerTokens(deadline -> TOKEN);
    }

    private static void get(Transport transport) {
        send(transport, "GET");
    }

    private static void post(Transport transport) {
        send(transport, "POST");
    }

    private static void send(Transport transport, String method) {
        boolean reads = method.equals("GET");
        Operation operation = reads ? Operation.GET_CONNECTION : Operation.CREATE_CONNECTION;
        Call call = new Call(operation, "connection c1", transport.deadline(), Redactor.NONE);
        byte[] body = reads ? null : "{}".getBytes(StandardCharsets.UTF_8);
        transport.send(call, new WireRequest(method, "/x", Map.of(), body), InputStream::readAllBytes);
    }
}
