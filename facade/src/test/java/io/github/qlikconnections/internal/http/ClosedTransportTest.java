package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.TransportException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
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

    private static void send(Transport transport, String method) {
        Operation operation = method.equals("GET") ? Operation.GET_CONNECTION : Operation.CREATE_CONNECTION;
        byte[] body = method.equals("GET") ? null : new byte[] {'{', '}'};
        transport.send(
                new Call(operation, "connection c1", transport.deadline()),
                new WireRequest(method, "/x", Map.of(), body),
                InputStream::readAllBytes);
    }
}
