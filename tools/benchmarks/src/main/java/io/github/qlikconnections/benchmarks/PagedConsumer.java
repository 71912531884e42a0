package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lists 20 pages from a tenant with a latency of 40 ms and works 40 ms on each page. The baseline client fetches each page on demand,
 * the library fetches one page ahead.
 */
final class PagedConsumer {

    private static final int ROUNDS = 5;
    private static final int PAGES = 20;
    private static final int ENTRIES = PAGES * 100;
    private static final Duration LATENCY = Duration.ofMillis(40);
    private static final long WORK_MILLIS = 40;

    private PagedConsumer() {}

    /** Measures both clients in turns and writes the result to {@code measurements/prefetch.txt}. */
    static ResultRow run() throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (FakeTenant tenant = FakeTenant.start();
                BaselineClient baseline = new BaselineClient(tenant.url(), tenant.apiKey());
                QlikClient library = QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                        .build()) {
            for (int i = 0; i < ENTRIES; i++) {
                tenant.addConnection(Samples.LAKE, "Lake " + i, null, Map.of());
            }
            tenant.stubAll(
                    request -> true, request -> StubResponse.passThrough().delayed(LATENCY));
            for (int round = 0; round < ROUNDS; round++) {
                theirs.add(pagesPerSecond(() -> baseline.listAll("limit=100", PagedConsumer::work)));
                ours.add(pagesPerSecond(() -> library.dataConnections()
                        .list(ConnectionQuery.all())
                        .pages()
                        .forEach(page -> work())));
            }
        }
        ResultRow row = new PairedSamples(
                        "list of 20 pages, 40 ms of work each", "pages/s", ours, theirs, Threshold.atLeast(1.7))
                .row();
        Path folder = Path.of(System.getProperty("benchmarks.target", "target"), "measurements");
        Files.writeString(
                Files.createDirectories(folder).resolve("prefetch.txt"), String.join("  ", row.cells()) + "\n");
        return row;
    }

    private static double pagesPerSecond(Runnable list) {
        long start = System.nanoTime();
        list.run();
        return PAGES * 1e9 / (System.nanoTime() - start);
    }

    private static void work() {
        try {
            Thread.sleep(WORK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
