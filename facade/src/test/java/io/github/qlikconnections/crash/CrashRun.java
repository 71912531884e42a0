package io.github.qlikconnections.crash;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run over many connections, the same in the process that is killed and in the one that continues it. */
enum CrashRun {
    ROTATION {
        @Override
        Map<String, String> run(DataConnections connections, List<String> targets, Path journal) {
            return connections
                    .rotateCredentials(
                            ConnectionQuery.builder().toSource(DATABASE).build(),
                            connection -> Map.of("password", Secret.of("PW-2")),
                            RotationOptions.builder().journal(journal).build())
                    .items()
                    .stream()
                    .collect(toOutcomes(
                            RotationItem::connectionId, item -> item.outcome().name()));
        }
    },

    ENSURE {
        @Override
        List<String> prepare(FakeTenant tenant, int size) {
            return IntStream.range(0, size).mapToObj(i -> "Db " + i).toList();
        }

        @Override
        Map<String, String> run(DataConnections connections, List<String> targets, Path journal) {
            List<ConnectionDraft> drafts = targets.stream()
                    .map(name -> ConnectionDraft.builder(DATABASE, name)
                            .set("host", "db.example.com")
                            .set("port", 1433)
                            .set("database", "sales")
                            .set("username", "reader")
                            .secret("password", Secret.of("PW-1"))
                            .build())
                    .toList();
            return connections
                    .ensureAll(drafts, EnsureOptions.builder().journal(journal).build())
                    .items()
                    .stream()
                    .collect(toOutcomes(
                            (EnsureItem item) -> item.draft().name(),
                            item -> item.result().orElseThrow().outcome().name()));
        }
    },

    DELETION {
        @Override
        Map<String, String> run(DataConnections connections, List<String> targets, Path journal) {
            return delete(
                            connections,
                            targets,
                            BulkOptions.builder().journal(journal).build())
                    .items()
                    .stream()
                    .collect(toOutcomes(
                            BulkItem::connectionId, item -> item.outcome().name()));
        }

        private BulkResult delete(DataConnections connections, List<String> targets, BulkOptions options) {
            try {
                return connections.deleteAll(targets, options);
            } catch (BulkFailureException e) {
                return e.result();
            }
        }
    };

    private static final String DATABASE = "mssql";

    /** Prepares the tenant and returns the targets of the run: ids or names. */
    List<String> prepare(FakeTenant tenant, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> tenant.addConnection(DATABASE, "Db " + i, null, Map.of("host", "db.example.com")))
                .toList();
    }

    /** Runs, or continues the run of the journal, and returns the outcome of each target. */
    abstract Map<String, String> run(DataConnections connections, List<String> targets, Path journal);

    private static <T> Collector<T, ?, Map<String, String>> toOutcomes(
            Function<T, String> target, Function<T, String> outcome) {
        return Collectors.toMap(
                target,
                outcome,
                (first, second) -> {
                    throw new IllegalStateException("An item is reported twice");
                },
                LinkedHashMap::new);
    }

    static QlikClient client(String url, String key) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(url)
                .credentials(QlikCredentials.apiKey(Secret.of(key)))
                .rateLimits(RateLimits.perMinute(600_000, 600_000)));
    }

    /** Runs in a process of its own and prints the outcomes. Arguments: kind, address, API key, file of targets, journal. */
    public static void main(String... arguments) {
        try (QlikClient client = client(arguments[1], arguments[2])) {
            List<String> targets = Files.readAllLines(Path.of(arguments[3]));
            Map<String, String> outcomes =
                    CrashRun.valueOf(arguments[0]).run(client.dataConnections(), targets, Path.of(arguments[4]));
            outcomes.values().forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process that runs. */
    Process start(FakeTenant tenant, Path targets, Path journal, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashRun.class.getName(),
                name(),
                tenant.url(),
                tenant.apiKey(),
                targets.toString(),
                journal.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
