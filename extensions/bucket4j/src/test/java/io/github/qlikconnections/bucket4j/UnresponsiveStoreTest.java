package io.github.qlikconnections.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.bucket4j.TimeoutException;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.event.RateLimiterFailureEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.rate.RateTier;
import io.github.qlikconnections.testkit.FakeTenant;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver of the store blocks and ignores interruptions, or each of its calls takes long. */
@Timeout(30)
class UnresponsiveStoreTest {

    private static final int THREADS = 20;
    private static final RateLimitRequest REQUEST = RateLimitRequest.builder("https://acme.example", RateTier.WRITE)
            .caller("etl")
            .longestWait(Duration.ofMinutes(1))
            .bulkRun(true)
            .build();

    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void end() {
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void reservationsInTheQueueFailWithTheOneThatTimesOut() throws Exception {
        SharedRateLimiter limiter = limiter(this::block);

        for (Future<Duration> reservation : reserveInAllThreads(limiter)) {
            assertThat(reservation)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(TimeoutException.class);
        }
        assertThat(reads).as("calls that blocked").hasValueLessThan(THREADS / 2);

        release.countDown();
        assertThatCode(() -> limiter.reserve(REQUEST)).doesNotThrowAnyException();
    }

    @Test
    void timeInTheQueueDoesNotCountForTheTimeoutOfACall() throws Exception {
        SharedRateLimiter limiter = limiter(UnresponsiveStoreTest::takeLong);

        for (Future<Duration> reservation : reserveInAllThreads(limiter)) {
            assertThat(reservation).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void blockedStoreFailsNoRequestAndIsReportedOnce() {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                        .rateLimiter(limiter(this::block))
                        .addListener(new RequestListener() {
                            @Override
                            public void rateLimiterFailed(RateLimiterFailureEvent event) {
                                failures.add(event.errorType());
                            }
                        }))) {
            EnsureReport report = qlik.dataConnections()
                    .ensureAll(drafts(), EnsureOptions.builder().parallelism(8).build());

            assertThat(report.failed()).isEmpty();
            assertThat(tenant.connections()).hasSize(THREADS);
        }
        assertThat(failures).containsExactly("TimeoutException");
    }

    private List<Future<Duration>> reserveInAllThreads(SharedRateLimiter limiter) {
        return IntStream.range(0, THREADS)
                .mapToObj(i -> threads.submit(() -> limiter.reserve(REQUEST)))
                .toList();
    }

    private static SharedRateLimiter limiter(Runnable beforeRead) {
        return SharedRateLimiter.builder(new VirtualStore(beforeRead).proxyManager(System::nanoTime))
                .rateLimits(RateLimits.perMinute(60_000, 60_000))
                .expectedMembers(1)
                .build();
    }

    private void block() {
        reads.incrementAndGet();
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                // The driver ignores it.
            }
        }
    }

    /** All threads together take longer than the timeout of a call. */
    private static void takeLong() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConnectionDraft> drafts() {
        return IntStream.range(0, THREADS)
                .mapToObj(i -> ConnectionDraft.builder("mssql", "Sales " + i)
                        .set("host", "db.example.com")
                        .set("port", 1433)
                        .set("database", "sales")
                        .set("username", "reader")
                        .secret("password", Secret.of("PW-1"))
                        .build())
                .toList();
    }
}
