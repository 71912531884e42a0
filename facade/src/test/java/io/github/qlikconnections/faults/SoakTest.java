package io.github.qlikconnections.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StoredConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads use one client while every twentieth request fails. The reports match the tenant, and nothing grows.
 * Runs for one second by default; {@code -Dsoak.seconds} sets the duration.
 */
class SoakTest {

    private static final double FAULTY = 0.05;
    private static final Fault[] FAULTS = Fault.values();
    private static final long SECONDS = Long.getLong("soak.seconds", 1);
    private static final int THREADS = Integer.getInteger("soak.threads", 16);
    private static final boolean VIRTUAL = Boolean.getBoolean("soak.virtual");

    @TempDir
    Path folder;

    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Fault> forced = new AtomicReference<>();
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();

    @Test
    void reportedConnectionsMatchTheTenant() throws Exception {
        try (FakeTenant tenant = FakeTenant.start();
                FaultInjectingServer wire = new FaultInjectingServer(tenant.url(), request -> fault());
                QlikClient qlik = client(wire.url(), tenant);
                Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(1));
            // The JVM pins a virtual thread that waits for another thread to load a class. One thread therefore runs
            // all paths before the recording starts.
            if (VIRTUAL) {
                runEveryPathOnce(qlik);
            }
            run(qlik, "warm-up", 1 + SECONDS / 10);
            clearRecords(tenant, wire);
            present.clear();
            recording.start();
            int threadsBefore = threads();
            long heapBefore = heap();

            run(qlik, "soak", SECONDS);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(TrackedClients.leased(qlik)).isZero();
                assertThat(threads()).isLessThanOrEqualTo(threadsBefore + 2);
            });
            List<String> stored = tenant.connections().stream()
                    .map(StoredConnection::name)
                    .filter(name -> name.startsWith("soak "))
                    .toList();
            clearRecords(tenant, wire);
            long grown = heap() - heapBefore;
            List<RecordedEvent> pinned = pinned(recording);
            TestMetrics.record(
                    "soak",
                    THREADS + (VIRTUAL ? " virtual" : "") + " threads, " + calls.sum() + " calls, "
                            + wire.faults() + " faults, " + failures.sum() + " calls failed as documented; connections "
                            + stored.size() + ", lost " + findMissing(present, stored) + ", duplicated "
                            + (stored.size() - Set.copyOf(stored).size()) + ", unreported "
                            + findMissing(stored, present)
                            + "; heap grown by " + grown / 1024 + " KiB; pinned threads " + pinned.size());
            assertThat(stored).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(present);
            assertThat(grown).isLessThan(8L * 1024 * 1024);
            assertThat(pinned).isEmpty();
            assertThat(calls.sum()).isGreaterThan(THREADS);
        }
    }

    /** Clears the records of tenant and proxy, which grow with the calls and do not belong to the client. */
    private static void clearRecords(FakeTenant tenant, FaultInjectingServer wire) {
        try (QlikClient direct = client(tenant.url(), tenant)) {
            direct.dataConnections()
                    .deleteAll(tenant.connections().stream()
                            .map(StoredConnection::id)
                            .toList());
        }
        tenant.clearRequests();
        wire.clear();
    }

    private void runEveryPathOnce(QlikClient qlik) throws Exception {
        ExecutorService alone = executor();
        try {
            for (Fault fault : FAULTS) {
                if (fault != Fault.DRIP) {
                    for (int i = 0; i < 5; i++) {
                        int way = i;
                        forced.set(fault);
                        alone.submit(() -> step(qlik, "warm-up " + fault, way)).get();
                    }
                }
            }
        } finally {
            alone.shutdownNow();
        }
    }

    private void run(QlikClient qlik, String name, long seconds) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        ExecutorService executor = executor();
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int worker = i;
                workers.add(executor.submit(() -> runCalls(qlik, name + " " + worker, end)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private void runCalls(QlikClient qlik, String worker, long end) {
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            step(qlik, worker, i);
        }
    }

    private void step(QlikClient qlik, String worker, int i) {
        ConnectionDraft draft = draft(worker + " " + i);
        switch (i % 5) {
            case 0 -> write(qlik, draft.name(), () -> qlik.dataConnections().create(draft));
            case 1 -> write(qlik, draft.name(), () -> qlik.dataConnections().ensure(draft));
            case 2 -> call(() -> qlik.dataSources().list());
            case 3 -> call(() -> rotate(qlik, worker + " " + (i - 3)));
            default -> remove(qlik, worker + " " + (i - 3));
        }
    }

    private static void rotate(QlikClient qlik, String name) {
        qlik.dataConnections()
                .rotateCredentials(
                        ConnectionQuery.builder().named(name).build(),
                        connection -> Map.of("secretKey", Secret.of("SK-2")),
                        RotationOptions.defaults());
    }

    /** Runs a write. A failed write may have an unknown outcome, so the connection is looked up, as a user would. */
    private void write(QlikClient qlik, String name, Runnable action) {
        if (call(action) || find(qlik, name).isPresent()) {
            present.add(name);
        }
    }

    private void remove(QlikClient qlik, String name) {
        find(qlik, name).ifPresent(connection -> {
            if (call(() -> qlik.dataConnections().delete(connection.id()))
                    || find(qlik, name).isEmpty()) {
                present.remove(name);
            }
        });
    }

    private boolean call(Runnable action) {
        calls.increment();
        try {
            action.run();
            return true;
        } catch (QlikException e) {
            failures.increment();
            return false;
        }
    }

    private Optional<DataConnection> find(QlikClient qlik, String name) {
        while (true) {
            try {
                calls.increment();
                return qlik.dataConnections().findByName(name, SpaceRef.personal());
            } catch (QlikException e) {
                failures.increment();
            }
        }
    }

    private Fault fault() {
        Fault next = forced.getAndSet(null);
        if (next != null) {
            return next;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return random.nextDouble() < FAULTY ? FAULTS[1 + random.nextInt(FAULTS.length - 1)] : Fault.NONE;
    }

    private static QlikClient client(String url, FakeTenant tenant) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(url)
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .responseTimeout(Duration.ofMillis(1500))
                .createResponseTimeout(Duration.ofMillis(1500))
                .operationTimeout(Duration.ofSeconds(VIRTUAL ? 60 : 3))
                .connectionRequestTimeout(Duration.ofSeconds(60))
                .rateLimits(RateLimits.perMinute(60_000, 60_000))
                .backoffBaseDelay(Duration.ofMillis(2)));
    }

    private static ConnectionDraft draft(String name) {
        return ConnectionDraft.builder("File_AmazonS3ConnectorV2", name)
                .set("region", "eu-west-1")
                .set("bucketName", "acme")
                .secret("accessKey", Secret.of("AK"))
                .secret("secretKey", Secret.of("SK"))
                .build();
    }

    /** Returns an executor with virtual threads by reflection, because the tests are compiled for JDK 17. */
    private static ExecutorService executor() throws ReflectiveOperationException {
        return VIRTUAL
                ? (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null)
                : Executors.newFixedThreadPool(THREADS);
    }

    private static long findMissing(Iterable<String> wanted, Iterable<String> there) {
        Set<String> all = ConcurrentHashMap.newKeySet();
        there.forEach(all::add);
        long missing = 0;
        for (String name : wanted) {
            missing += all.contains(name) ? 0 : 1;
        }
        return missing;
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("qlik-connections"))
                .count();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private List<RecordedEvent> pinned(Recording recording) throws IOException {
        Path file = folder.resolve("soak.jfr");
        recording.dump(file);
        return Files.size(file) == 0
                ? List.of()
                : RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                        .toList();
    }
}
