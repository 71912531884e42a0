package io.github.qlikconnections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The journal of a run cannot grow, because its process may not write larger files. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {

    private static final int CONNECTIONS = 40;

    @TempDir
    Path folder;

    @Test
    void lineThatCannotBeWrittenStopsItsWriteAndTheRestIsNotStarted() throws Exception {
        Path journal = folder.resolve("run.jsonl");
        try (FakeTenant tenant = FakeTenant.start()) {
            List<String> targets = CrashRun.ROTATION.prepare(tenant, CONNECTIONS);
            ExecutedWrites writes = new ExecutedWrites();
            tenant.stubAll(FullDiskTest::isWrite, request -> {
                writes.add(request, true);
                return StubResponse.passThrough();
            });

            List<String> outcomes = runWithFullDisk(CrashRun.ROTATION, tenant, targets, journal);

            assertThat(outcomes)
                    .filteredOn(List.of("ROTATED", "FAILED", "PLANNED")::contains)
                    .hasSize(CONNECTIONS);
            assertThat(Collections.frequency(outcomes, "ROTATED"))
                    .isEqualTo(writes.count())
                    .isPositive();
            assertThat(Collections.frequency(outcomes, "FAILED"))
                    .as("stopped writes")
                    .isLessThanOrEqualTo(4);
            assertThat(Collections.frequency(outcomes, "PLANNED"))
                    .as("not started")
                    .isGreaterThan(CONNECTIONS / 4);

            Map<String, String> continued;
            try (QlikClient client = CrashRun.client(tenant.url(), tenant.apiKey())) {
                continued = CrashRun.ROTATION.run(client.dataConnections(), targets, journal);
            }
            assertThat(continued).containsOnlyKeys(targets);
            assertThat(continued.values()).isSubsetOf("ROTATED", "UNKNOWN");
            assertThat(writes.doubled()).isEmpty();
        }
    }

    @Test
    void bulkRequestThatCannotBeRecordedIsNotSent() throws Exception {
        Path journal = folder.resolve("run.jsonl");
        try (FakeTenant tenant = FakeTenant.start()) {
            List<String> targets = CrashRun.DELETION.prepare(tenant, 60);

            List<String> outcomes = runWithFullDisk(CrashRun.DELETION, tenant, targets, journal);

            assertThat(outcomes).hasSize(60).containsOnly("NOT_STARTED");
            assertThat(tenant.connections()).hasSize(60);
            try (QlikClient client = CrashRun.client(tenant.url(), tenant.apiKey())) {
                assertThat(CrashRun.DELETION
                                .run(client.dataConnections(), targets, journal)
                                .values())
                        .containsOnly("DONE");
            }
        }
    }

    /** Runs in a process whose files can have 4 KiB. Returns the outcomes. */
    private List<String> runWithFullDisk(CrashRun run, FakeTenant tenant, List<String> targets, Path journal)
            throws IOException {
        Path targetsFile = Files.write(folder.resolve("targets.txt"), targets);
        Process process = run.start(tenant, targetsFile, journal, "sh", "-c", "ulimit -f 8; exec \"$@\"", "run");
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static boolean isWrite(ReceivedRequest request) {
        return !request.method().equals("GET");
    }
}
