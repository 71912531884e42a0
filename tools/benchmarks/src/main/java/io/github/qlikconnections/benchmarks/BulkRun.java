package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.ClockedClient;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ManualClock;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.TenantRateLimits;
import io.github.qlikconnections.testkit.TenantRateTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Creates 2,000 connections on a tenant that admits 100 writes per minute. A shared manual clock makes the 20 minutes take seconds. */
final class BulkRun {

    private static final int DRAFTS = 2000;
    private static final int LIMIT = 100;
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

    private BulkRun() {}

    static ResultRow run() {
        ManualClock clock = ManualClock.at(BEGIN);
        try (FakeTenant tenant = FakeTenant.builder()
                        .clock(clock)
                        .rateLimits(TenantRateLimits.perMinute(1000, LIMIT))
                        .start();
                QlikClient client = ClockedClient.open(tenant.url(), tenant.apiKey(), new Stepping(clock))) {
            List<ConnectionDraft> drafts = IntStream.range(0, DRAFTS)
                    .mapToObj(i -> ClientCalls.draft("Bulk " + i))
                    .toList();
            // Not concurrently: the clock would add up the waits of all threads.
            client.dataConnections()
                    .ensureAll(drafts, EnsureOptions.builder().parallelism(1).build());
            double minutes = Duration.between(BEGIN, clock.instant()).toMillis() / 60_000.0;
            double share = 100 * DRAFTS / minutes / LIMIT;
            long rejected = tenant.throttled(TenantRateTier.WRITE) + tenant.throttled(TenantRateTier.READ);
            long stored = tenant.connections().stream()
                    .map(StoredConnection::name)
                    .distinct()
                    .count();
            boolean exact = stored == DRAFTS && tenant.connections().size() == DRAFTS;
            return ResultRow.figure(
                    "bulk of 2,000 at 100 a minute",
                    PairedSamples.number(share) + " % of the rate, " + rejected + " responses with 429, "
                            + (exact ? "nothing lost or duplicated" : "lost or duplicated"),
                    "at least 98 %, no 429",
                    share >= 98 && rejected == 0 && exact ? "met" : "missed");
        }
    }

    /** Advances the manual clock instead of sleeping. */
    private static final class Stepping implements Timing {

        private final ManualClock clock;

        private Stepping(ManualClock clock) {
            this.clock = clock;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanoTime() {
            return Duration.between(BEGIN, clock.instant()).toNanos();
        }

        @Override
        public void sleep(Duration time) {
            clock.advance(time);
        }

        @Override
        public <T> T await(Future<T> result, Duration time)
                throws InterruptedException, ExecutionException, TimeoutException {
            return SYSTEM.await(result, time);
        }

        @Override
        public double random() {
            return 0.5;
        }
    }
}
