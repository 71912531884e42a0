package io.github.qlikconnections.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process in the middle of its run with SIGKILL, continues the run, and compares the report with the writes that the tenant has
 * executed.
 */
class KilledRunTest {

    private static final boolean SLOW = Boolean.getBoolean("slow.tests");
    private static final int KILLS = SLOW ? 50 : 3;
    private static final int CONNECTIONS = SLOW ? 200 : 30;
    private static final long SEED = 20_261_128;
    private static final List<CrashRun> KINDS = List.of(CrashRun.values());

    /** The default number of connections of a rotation that are processed concurrently, which can be interrupted. */
    private static final int ROTATION_PARALLELISM = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void continuedRunLosesNothingAndDoublesNothing() throws Exception {
        Map<CrashRun, Figures> figures = new EnumMap<>(CrashRun.class);
        for (int i = 0; i < KILLS; i++) {
            CrashRun kind = KINDS.get(i % KINDS.size());
            killAndContinue(kind, folder.resolve("run-" + i), figures.computeIfAbsent(kind, ignored -> new Figures()));
        }
        StringBuilder text = new StringBuilder(
                KILLS + " processes killed with SIGKILL, " + CONNECTIONS + " connections each, seed " + SEED);
        figures.forEach(
                (kind, sums) -> text.append('\n').append(kind).append(": ").append(sums));
        TestMetrics.record("killed-runs", text.toString());
    }

    private void killAndContinue(CrashRun kind, Path runFolder, Figures figures) throws Exception {
        Path targetsFile = Files.createDirectories(runFolder).resolve("targets.txt");
        Path journal = runFolder.resolve("run.jsonl");
        try (FakeTenant tenant = FakeTenant.start()) {
            List<String> targets = kind.prepare(tenant, CONNECTIONS);
            Files.write(targetsFile, targets);
            ExecutedWrites writes = new ExecutedWrites();

            int writesBefore = kill(kind, tenant, targetsFile, journal, writes);
            int recorded = countOutcomes(journal);
            Map<String, String> outcomes;
            try (QlikClient client = CrashRun.client(tenant.url(), tenant.apiKey())) {
                outcomes = kind.run(client.dataConnections(), targets, journal);
            }

            assertThat(outcomes).as("nothing is lost").containsOnlyKeys(targets);
            assertThat(writes.doubled()).as("nothing is doubled").isEmpty();
            int unknown = check(kind, tenant, targets, outcomes, writes);
            assertThat(Files.readString(journal)).as("nothing is left to do").endsWith("{\"type\":\"end\"}\n");
            figures.add(writesBefore, recorded, unknown, writes.count());
        }
    }

    /** Starts a run, kills its process at a random write, and returns the number of writes that were executed until then. */
    private int kill(CrashRun kind, FakeTenant tenant, Path targets, Path journal, ExecutedWrites writes)
            throws IOException, InterruptedException {
        int requests = kind == CrashRun.DELETION ? (CONNECTIONS + 99) / 100 : CONNECTIONS;
        int killedAt = 1 + random.nextInt(requests);
        boolean isLastOneExecuted = random.nextBoolean();
        long delayNanos = random.nextInt(3_000_000);
        Process process = kind.start(tenant, targets, journal);
        tenant.stubAll(request -> !request.method().equals("GET"), request -> {
            boolean isKilled = writes.requests() + 1 == killedAt;
            if (isKilled) {
                LockSupport.parkNanos(delayNanos);
                process.destroyForcibly();
            }
            boolean isExecuted = !isKilled || isLastOneExecuted;
            writes.add(request, isExecuted);
            return isExecuted ? StubResponse.passThrough() : StubResponse.dropBeforeHandling();
        });
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output)
                .as("the process was killed before it printed a result")
                .isEmpty();
        // Requests that were on their way when the process ended are still executed.
        long[] seen = {-1};
        await().pollInterval(Duration.ofMillis(50)).until(() -> seen[0] == (seen[0] = tenant.requestCount()));
        return writes.count();
    }

    private static int countOutcomes(Path journal) throws IOException {
        return (int) Files.readAllLines(journal).stream()
                .filter(line -> line.startsWith("{\"type\":\"outcome\""))
                .flatMap(line -> List.of(line.split("\"item\":", -1)).stream().skip(1))
                .count();
    }

    /** Compares the outcomes with the executed writes and returns the number of unknown outcomes. */
    private static int check(
            CrashRun kind,
            FakeTenant tenant,
            List<String> targets,
            Map<String, String> outcomes,
            ExecutedWrites writes) {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        switch (kind) {
            case ENSURE -> {
                assertThat(counts).containsOnlyKeys("CREATED");
                assertThat(tenant.connections())
                        .extracting(StoredConnection::name)
                        .containsExactlyInAnyOrderElementsOf(targets);
                assertThat(writes.count()).isEqualTo(targets.size());
                return 0;
            }
            case DELETION -> {
                assertThat(counts).containsOnlyKeys("DONE");
                assertThat(tenant.connections()).isEmpty();
                return 0;
            }
            case ROTATION -> {
                assertThat(counts.keySet()).isSubsetOf("ROTATED", "UNKNOWN");
                outcomes.forEach((id, outcome) -> {
                    if (outcome.equals("ROTATED")) {
                        assertThat(writes.of(id)).as("writes of " + id).isEqualTo(1);
                    }
                });
                int unknown = counts.getOrDefault("UNKNOWN", 0L).intValue();
                assertThat(unknown).isLessThanOrEqualTo(ROTATION_PARALLELISM);
                return unknown;
            }
        }
        throw new IllegalStateException(kind.name());
    }

    /** Sums over all runs of a kind. */
    private static final class Figures {

        private int kills;
        private int writesBefore;
        private int recorded;
        private int unknown;
        private int writes;

        void add(int executedBefore, int outcomesRecorded, int outcomesUnknown, int executed) {
            kills++;
            writesBefore += executedBefore;
            recorded += outcomesRecorded;
            unknown += outcomesUnknown;
            writes += executed;
        }

        @Override
        public String toString() {
            return kills + " kills, " + writesBefore + " targets written before them, " + recorded
                    + " outcomes in the journals, " + unknown + " reported as UNKNOWN ("
                    + (writes - (kills * CONNECTIONS - unknown)) + " of them written), " + writes
                    + " targets written in total, 0 lost, 0 doubled";
        }
    }
}
