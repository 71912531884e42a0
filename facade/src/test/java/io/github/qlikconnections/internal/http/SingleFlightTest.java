package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String> flight = new SingleFlight<>("the value");
    private final WaitSignal timing = new WaitSignal();
    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void waitingThreadReceivesTheValueOfTheFetchingThread() {
        Future<String> first = start(() -> flight.get(inSeconds(60), () -> {
            fetches.incrementAndGet();
            timing.awaitWaiter();
            return "fetched";
        }));

        assertThat(flight.get(inSeconds(60), this::fetchAgain)).isEqualTo("fetched");
        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("fetched");
        assertThat(fetches).hasValue(1);
        assertThat(flight.isPending()).isFalse();
    }

    @Test
    void waitingThreadReceivesTheFailureOfTheFetchingThread() {
        QlikException failure = new TransportException("the tenant is away", false, null);
        Future<String> first = start(() -> flight.get(inSeconds(60), () -> {
            timing.awaitWaiter();
            throw failure;
        }));

        assertThatThrownBy(() -> flight.get(inSeconds(60), this::fetchAgain)).isSameAs(failure);
        assertThat(first).failsWithin(Duration.ofSeconds(10));
        assertThat(fetches).hasValue(0);
    }

    @Test
    void waitingThreadFetchesTheValueIfOnlyTheDeadlineOfTheFetchingThreadHasPassed() {
        ManualTiming passed = new ManualTiming();
        Deadline shortDeadline = Deadline.in(Duration.ofSeconds(1), passed);
        Future<String> first = start(() -> flight.get(shortDeadline, () -> {
            timing.awaitWaiter();
            passed.advance(Duration.ofSeconds(2));
            throw new TransportException("too late", false, null);
        }));

        assertThat(flight.get(inSeconds(60), this::fetchAgain)).isEqualTo("fetched again");
        assertThat(first).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void waitEndsWithTheDeadlineOfTheWaitingThread() {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Future<String> first = start(() -> flight.get(inSeconds(60), () -> {
            started.countDown();
            WaitSignal.await(end);
            return "fetched";
        }));
        WaitSignal.await(started);

        assertThatThrownBy(() -> flight.get(Deadline.in(Duration.ofMillis(20), Timing.SYSTEM), this::fetchAgain))
                .isInstanceOf(TransportException.class)
                .hasMessage(
                        "Cannot get the value: another thread was still waiting for it after 20 ms. Give the operation more"
                                + " time with operationTimeout(…).");
        end.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(10));
    }

    private Deadline inSeconds(int seconds) {
        return Deadline.in(Duration.ofSeconds(seconds), timing);
    }

    private String fetchAgain() {
        fetches.incrementAndGet();
        return "fetched again";
    }

    /** Starts a fetch in another thread and returns once the fetch is pending. */
    private Future<String> start(Callable<String> fetch) {
        FutureTask<String> task = new FutureTask<>(fetch);
        new Thread(task).start();
        Awaitility.await().until(flight::isPending);
        return task;
    }

    /** The system timing, which signals that a thread waits for the result of another one. */
    private static final class WaitSignal implements Timing {

        private final CountDownLatch waiter = new CountDownLatch(1);

        void awaitWaiter() {
            await(waiter);
        }

        static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <T> T await(Future<T> result, Duration time)
                throws InterruptedException, ExecutionException, TimeoutException {
            waiter.countDown();
            return SYSTEM.await(result, time);
        }

        @Override
        public Instant now() {
            return SYSTEM.now();
        }

        @Override
        public long nanoTime() {
            return SYSTEM.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            SYSTEM.sleep(time);
        }

        @Override
        public double random() {
            return SYSTEM.random();
        }
    }
}
