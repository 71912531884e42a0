package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of a client that is closed before or during the call. */
class ClosedTransportTest {

    @Test
    void callOnAClosedClientIsRejectedAndSendsNothing() throws Exception {
        RecordedEvents events = new RecordedEvents();
        try (RawServer server =
                new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"))) {
            Transport transport = Transports.open(server.url(), Transports.SETTINGS, new ManualTiming(), events);
            transport.close();
            transport.close();

            assertThatThrownBy(() -> send(transport, "GET"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This client is closed.");
            assertThatThrownBy(() -> send(transport, "POST"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This client is closed.");
            assertThat(server.requests()).isEmpty();
            assertThat(events.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "POST, true"})
    void callInFlightFailsAndIsNotRetried(String method, boolean unknown) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer silent = new RawServer((request, socket) -> arrived.countDown())) {
            Transport transport = Transports.open(silent.url(), Transports.SETTINGS, Timing.SYSTEM);
            CompletableFuture<Void> call = CompletableFuture.runAsync(() -> send(transport, method));
            arrived.await();
            transport.close();

            assertThatThrownBy(call::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(TransportException.class, failure -> {
                        assertThat(failure).hasMessageContaining("this client was closed.");
                        assertThat(failure.outcomeUnknown()).isEqualTo(unknown);
                    });
            assertThat(silent.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 503", "GET, 429", "POST, 429"})
    void callThatWaitsForARetryFails(String method, int status) throws Exception {
        AtomicReference<Transport> transport = new AtomicReference<>();
        ManualTiming timing = new ManualTiming();
        RequestListener closing = new RequestListener() {
            @Override
            public void waitStarted(RequestEvent event) {
                timing.advance(Duration.ofMillis(1));
                transport.get().close();
            }
        };
        try (RawServer server = new RawServer(
                (request, socket) -> RawServer.send(socket, status + " Not now", "application/json", "{}"))) {
            transport.set(Transports.open(server.url(), Transports.SETTINGS, timing, closing));

            assertThatThrownBy(() -> send(transport.get(), method))
                    .isInstanceOfSatisfying(TransportException.class, failure -> {
                        assertThat(failure).hasMessageEndingWith(" closed.");
                        assertThat(failure.outcomeUnknown()).isFalse();
                    });
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closingAgainDoesNotChangeWhichCallsAreLate() throws Exception {
        try (RawServer server =
                new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"))) {
            ManualTiming timing = new ManualTiming();
            Transport transport = Transports.open(server.url(), Transports.SETTINGS, timing);
            transport.close();
            timing.advance(Duration.ofSeconds(1));
            Deadline late = transport.deadline();
            timing.advance(Duration.ofSeconds(1));
            transport.close();

            assertThatThrownBy(() -> send(transport, "GET", late)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static void send(Transport transport, String method) {
        send(transport, method, transport.deadline());
    }

    private static void send(Transport transport, String method, Deadline deadline) {
        Operation operation = method.equals("GET") ? Operation.GET_CONNECTION : Operation.CREATE_CONNECTION;
        byte[] body = method.equals("GET") ? null : new byte[] {'{', '}'};
        transport.send(
                new Call(operation, "connection c1", deadline),
                new WireRequest(method, "/x", Map.of(), body),
                InputStream::readAllBytes);
    }
}
