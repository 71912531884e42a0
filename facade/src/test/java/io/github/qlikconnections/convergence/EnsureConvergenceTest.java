package io.github.qlikconnections.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.http.TestMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Ensures generated drafts on tenants that hide, rewrite and omit values. Afterwards there is nothing left to write,
 * and the tenant has the reported state. A failure names the system properties that repeat its case alone. {@code
 * -Pslow} runs a hundred times as many cases.
 */
class EnsureConvergenceTest {

    private static final String SEED = "convergence.seed";
    private static final String CASES = "convergence.cases";
    private static final boolean SLOW = Boolean.getBoolean("slow.tests");
    private static final int DEFAULT_CASES = SLOW ? 100_000 : 1_000;

    /** Every build runs the same cases, so a new failure is caused by the change under test. */
    private static final long DEFAULT_SEED = SLOW ? System.nanoTime() : 20_261_127L;

    private static final int BATCH = 20;
    private static final int THREADS = 3;
    private static final int MAX_FAILURES = 10;

    private final CaseCounts counts = new CaseCounts();
    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();

    @Test
    void secondEnsureSendsNoWrite() throws Exception {
        long first = Long.getLong(SEED, DEFAULT_SEED);
        int cases = Integer.getInteger(CASES, DEFAULT_CASES);
        long began = System.nanoTime();
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> batches = new ArrayList<>();
            for (long seed = first; seed < first + cases; seed += BATCH) {
                long begin = seed;
                long end = Math.min(seed + BATCH, first + cases);
                batches.add(executor.submit(() -> runBatch(begin, end)));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        } finally {
            executor.shutdownNow();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        TestMetrics.record("ensure-convergence", counts + "\nseed " + first + ", " + seconds + " s");
        if (!failures.isEmpty()) {
            AssertionError failure = failures.remove();
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
        assertThat(counts.cases()).isEqualTo(cases);
        if (cases >= DEFAULT_CASES) {
            // A generator that produces mostly rejected or identical cases would prove little.
            assertThat(counts.cases("CREATED")).isGreaterThan(cases / 5);
            assertThat(counts.cases("UPDATED")).isGreaterThan(cases / 5);
            assertThat(counts.cases("UNCHANGED")).isGreaterThan(cases / 100);
            assertThat(counts.cases("UNVERIFIED")).isGreaterThan(cases / 200);
        }
    }

    private void runBatch(long begin, long end) {
        try (CaseTenant tenant = new CaseTenant()) {
            for (long seed = begin; seed < end && failures.size() < MAX_FAILURES; seed++) {
                runCase(tenant, seed);
            }
        }
    }

    private void runCase(CaseTenant tenant, long seed) {
        GeneratedCase given = GeneratedCase.next(seed, tenant);
        try {
            tenant.prepare(given);
            new ConvergenceCheck(tenant, given, counts).run();
        } catch (RuntimeException | AssertionError e) {
            failures.add(new AssertionError(
                    "This case failed. Repeat it with -D" + SEED + "=" + seed + " -D" + CASES + "=1: " + e.getMessage()
                            + "\n" + given.describe(),
                    e));
        } finally {
            tenant.restore();
        }
    }
}
