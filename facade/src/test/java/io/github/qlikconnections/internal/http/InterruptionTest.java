package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.TransportException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Wherever a call waits, an interruption ends it, the flag stays and no connection is lost. */
class InterruptionTest {

    private static final Secret TOKEN = Secret.of("the-bearer-token");
    private static final Duration PATIENT = Duration.ofMinutes(1);

    @Test
    void endsTheWaitForAPooledConnection() throws Exception {
        CountDownLatch arrived = new CountDownLatch(4);
        try (RawServer silent = new RawServer((request, socket) -> arrived.countDown());
                Transport transport = open(silent, Transports.withOperationTimeout(PATIENT))) {
            List<Caller> holders = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                holders.add(new Caller(transport));
            }
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(transport.leased()).isEqualTo(4);
            Caller waiting = new Caller(transport);
            waiting.interrupt();
            assertInterrupted(waiting);
            assertThat(silent.requests()).hasSize(4);
            for (Caller holder : holders) {
                holder.interrupt();
                assertInterrupted(holder);
            }
            Transports.assertNothingLeased(transport);
        }
    }

    @Test
    void endsTheReadOfADrippingAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (RawServer dripping = new RawServer((request, socket) -> {
                    RawServer.write(
                            socket,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[");
                    begun.countDown();
                });
                Transport transport = open(dripping, Transports.withOperationTimeout(PATIENT))) {
            Caller caller = new Caller(transport);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            assertInterrupted(caller);
            Transports.assertNothingLeased(transport);
        }
    }

    @Test
    void endsTheWaitAtAClosedTier() throws Exception {
        try (RawServer limited = new RawServer((request, socket) ->
                        RawServer.write(socket, "HTTP/1.1 429 No\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"));
                Transport transport = open(limited, Transports.SETTINGS)) {
            Caller caller = new Caller(transport);
            while (limited.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            Transports.assertNothingLeased(transport);
            caller.interrupt();
            assertInterrupted(caller);
            assertThat(limited.requests()).hasSize(1);
        }
    }

    @Test
    void doesNotWaitAtAClosedTierBeyondTheDeadline() throws Exception {
        ManualTiming timing = new ManualTiming();
        try (RawServer limited = new RawServer((request, socket) ->
                        RawServer.write(socket, "HTTP/1.1 429 No\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"));
                Transport transport = Transports.open(
                                limited.url(), Transports.withOperationTimeout(Duration.ofSeconds(20)), timing)
                        .bearing(deadline -> TOKEN)) {
            assertThat(catchThrowable(() -> call(transport))).isInstanceOf(RateLimitedException.class);
            assertThat(catchThrowable(() -> call(transport))).isInstanceOf(RateLimitedException.class);
            assertThat(timing.sleeps()).isEmpty();
            assertThat(limited.requests()).hasSize(1);
        }
    }

    private static void assertInterrupted(Caller caller) throws InterruptedException {
        caller.thread.join(Duration.ofSeconds(10).toMillis());
        assertThat(caller.thread.isAlive()).isFalse();
        assertThat(caller.thrown.get())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the thread was interrupted");
        assertThat(((TransportException) caller.thrown.get()).outcomeUnknown()).isFalse();
        assertThat(caller.flag).isTrue();
    }

    private static Transport open(RawServer server, TransportSettings settings) {
        return Transports.open(server.url(), settings, Timing.SYSTEM).bearing(deadline -> TOKEN);
    }

    private static void call(Transport transport) {
        Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
        transport.send(call, new WireRequest("GET", "/x", Map.of(), null), InputStream::readAllBytes);
    }

    private static final class Caller {

        private final AtomicReference<Throwable> thrown = new AtomicReference<>();
        private final AtomicBoolean flag = new AtomicBoolean();
        private final Thread thread;

        Caller(Transport transport) {
            thread = new Thread(() -> {
                thrown.set(catchThrowable(() -> call(transport)));
                flag.set(Thread.currentThread().isInterrupted());
            });
            thread.start();
        }

        void interrupt() {
            thread.interrupt();
        }
    }
}
