package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.RunContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of bulk runs wait for the rate limit where they are sent; single calls do not. */
class BulkRequestsWaitTest {

    private static final RunContext RUN = RunContext.of("ensureAll", "1");

    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aBulkRequestWaitsForItsSlotAndASingleCallDoesNot() {
        ManualTiming timing = new ManualTiming();
        try (Transport transport = Transports.open(server.url(), Transports.SETTINGS, timing)) {
            send(transport, RUN, Duration.ofMinutes(2), timing);
            send(transport, null, Duration.ofMinutes(2), timing);
            assertThat(timing.sleeps()).isEmpty();

            send(transport, RUN, Duration.ofMinutes(2), timing);

            assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(1220));
        }
    }

    @Test
    void aBulkRequestWhoseSlotIsAfterTheDeadlineIsNotSent() {
        ManualTiming timing = new ManualTiming();
        try (Transport transport = Transports.open(server.url(), Transports.SETTINGS, timing)) {
            send(transport, RUN, Duration.ofMillis(100), timing);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> send(transport, RUN, Duration.ofMillis(100), timing))
                        .isInstanceOfSatisfying(
                                TransportException.class,
                                failure -> assertThat(failure.outcomeUnknown()).isFalse())
                        .hasMessageContaining("after the deadline");
            }
            send(transport, RUN, Duration.ofSeconds(1), timing);

            assertThat(timing.nanoTime()).isLessThan(Duration.ofSeconds(1).toNanos());
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aBulkRequestWhoseDeadlineHasPassedIsNotSent() {
        ManualTiming timing = new ManualTiming();
        try (Transport transport = Transports.open(server.url(), Transports.SETTINGS, timing)) {
            assertThatThrownBy(() -> send(transport, RUN, Duration.ZERO, timing))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("the deadline passed before the request was sent");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void interruptedThreadKeepsItsFlag() {
        ManualTiming timing = new ManualTiming();
        try (Transport transport = Transports.open(server.url(), Transports.SETTINGS, timing)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> send(transport, RUN, Duration.ofMinutes(2), timing))
                    .isInstanceOf(TransportException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptionEndsTheWait() throws Exception {
        try (Transport transport = Transports.open(server.url(), Transports.withRate(1), Timing.SYSTEM)) {
            send(transport, RUN, Duration.ofMinutes(5), Timing.SYSTEM);
            InterruptedCall call = InterruptedCall.start(
                            () -> send(transport, RUN, Duration.ofMinutes(5), Timing.SYSTEM))
                    .awaitWaiting();
            assertThat(call.interrupt().outcomeUnknown()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static void send(Transport transport, @Nullable RunContext run, Duration time, Timing timing) {
        Call call = new Call(Operation.CREATE_CONNECTION, "connection c1", Deadline.in(time, timing));
        transport.send(
                call.withRun(run),
                new WireRequest("POST", "/x", Map.of(), new byte[] {'{', '}'}),
                InputStream::readAllBytes);
    }
}
