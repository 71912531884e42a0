package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.Faults;
import io.github.qlikconnections.testkit.StoredConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ensures many drafts while about one response in seven is an error, a dropped connection or an HTML page. */
class EnsureFaultsTest {

    private static final String SOURCE = "File_AmazonS3ConnectorV2";
    private static final int DRAFTS = 500;
    private static final int SEEDS = Boolean.getBoolean("slow.tests") ? 10 : 2;

    @Test
    void fiveAttemptsEnsureEveryDraftOnce() {
        // Drafts are ensured sequentially, so that a seed always breaks the same requests. Five faults in a row are
        // possible.
        List<Run> runs = runs(1, SEEDS, seed -> Run.of(seed, 5, 1));

        TestMetrics.record("ensure-faults-5-attempts", figures(runs));
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.report().failed()).as(run.figures()).isEmpty();
            run.assertNoDuplicateOrFalseReport();
        });
    }

    @Test
    void threeAttemptsReportEachFailureWithoutDuplicates() {
        List<Run> runs = runs(11, SEEDS, seed -> Run.of(seed, 3, 8));

        TestMetrics.record("ensure-faults-3-attempts", figures(runs));
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.report().notStarted()).as(run.figures()).isEmpty();
            run.assertNoDuplicateOrFalseReport();
        });
    }

    private static List<Run> runs(long firstSeed, int seeds, LongFunction<Run> run) {
        return LongStream.range(firstSeed, firstSeed + seeds)
                .parallel()
                .mapToObj(run)
                .toList();
    }

    private static String figures(List<Run> runs) {
        return runs.stream().map(Run::figures).collect(Collectors.joining("\n"));
    }

    /** A run of {@code ensureAll}: a third of the connections is created, a third is updated and a third is unchanged. */
    private record Run(long seed, int attempts, EnsureReport report, List<StoredConnection> stored, long requests) {

        static Run of(long seed, int attempts, int parallelism) {
            try (FakeTenant tenant = FakeTenant.start();
                    QlikClient qlik = TrackedClients.build(QlikClient.builder()
                            .tenant(tenant.url())
                            .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                            .maxAttempts(attempts)
                            .backoffBaseDelay(Duration.ofMillis(1))
                            .rateLimits(RateLimits.perMinute(600_000, 600_000)))) {
                for (int i = 0; i < DRAFTS; i++) {
                    if (i % 3 > 0) {
                        tenant.addConnection(
                                SOURCE, "Lake " + i, null, properties(i, i % 3 == 1 ? "us-1" : "eu-west-1"));
                    }
                }
                tenant.injectFaults(Faults.seeded(seed)
                        .serverErrorBeforeHandling(0.05)
                        .serverErrorAfterHandling(0.05)
                        .drop(0.02)
                        .html(0.02));
                EnsureReport report = report(qlik, parallelism);
                tenant.clearFaults();
                return new Run(seed, attempts, report, tenant.connections(), tenant.requestCount());
            }
        }

        private static EnsureReport report(QlikClient qlik, int parallelism) {
            List<ConnectionDraft> drafts =
                    IntStream.range(0, DRAFTS).mapToObj(Run::draft).toList();
            try {
                return qlik.dataConnections()
                        .ensureAll(
                                drafts,
                                EnsureOptions.builder().parallelism(parallelism).build());
            } catch (EnsureFailureException e) {
                return e.report();
            }
        }

        private static Map<String, Object> properties(int i, String region) {
            return Map.of(
                    "region", region, "bucketName", "bucket-" + i, "accessKey", "AK-" + i, "secretKey", "SK-" + i);
        }

        private static ConnectionDraft draft(int i) {
            return ConnectionDraft.builder(SOURCE, "Lake " + i)
                    .set("region", "eu-west-1")
                    .set("bucketName", "bucket-" + i)
                    .secret("accessKey", Secret.of("AK-" + i))
                    .secret("secretKey", Secret.of("SK-" + i))
                    .build();
        }

        String figures() {
            return "seed " + seed + ", " + attempts + " attempts, " + requests + " requests: " + report + ", "
                    + report.unknown().size() + " unknown";
        }

        void assertNoDuplicateOrFalseReport() {
            Map<String, StoredConnection> byName = new HashMap<>();
            for (StoredConnection connection : stored) {
                assertThat(byName.put(connection.name(), connection))
                        .as("a second %s", connection)
                        .isNull();
            }
            assertThat(report.items()).hasSize(DRAFTS);
            for (EnsureItem item : report.items()) {
                if (item.result().isPresent()) {
                    StoredConnection connection = byName.get(item.draft().name());
                    assertThat(connection).as(item.toString()).isNotNull();
                    assertThat(connection.properties())
                            .as(item.toString())
                            .containsEntry("region", "eu-west-1")
                            .containsEntry(
                                    "bucketName", item.draft().properties().get("bucketName"));
                    assertThat(connection.secrets().keySet()).contains("accessKey", "secretKey");
                } else {
                    assertThat(item.toString()).matches("(?s)(FAILED|UNKNOWN) .*");
                }
            }
        }
    }
}
