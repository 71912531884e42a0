package io.github.qlikconnections.bucket4j;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.event.RateLimiterFailureEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.rate.RateLimits;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One process of a fleet. It starts when it reads a line, ensures its drafts, and prints the outcomes. */
final class FleetMember {

    static final String READY = "ready";

    private FleetMember() {}

    /** Starts a process. */
    static Process start(String tenant, String apiKey, String redis, String name, int drafts, Fleet.Size size)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetMember.class.getName(),
                        tenant,
                        apiKey,
                        redis,
                        name,
                        Integer.toString(drafts),
                        Integer.toString(size.writesPerMinute()),
                        Integer.toString(size.processes()),
                        Integer.toString(size.threads()))
                .redirectErrorStream(true)
                .start();
    }

    /** Arguments: tenant, API key, Redis, name, drafts, writes per minute, processes, threads. */
    public static void main(String... arguments) throws IOException {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        SharedRateLimiter limiter = SharedRateLimiter.builder(
                        SharedRateLimitSample.redis(RedisClient.create(arguments[2])))
                .rateLimits(RateLimits.perMinute(60_000, Integer.parseInt(arguments[5])))
                .expectedMembers(Integer.parseInt(arguments[6]))
                .build();
        try (QlikClient client = QlikClient.builder()
                .tenant(arguments[0])
                .credentials(QlikCredentials.apiKey(Secret.of(arguments[1])))
                .applicationName(arguments[3])
                .rateLimiter(limiter)
                .addListener(new RequestListener() {
                    @Override
                    public void rateLimiterFailed(RateLimiterFailureEvent event) {
                        failures.add(event.errorType());
                    }
                })
                .build()) {
            client.dataSources().list();
            System.out.println(READY);
            System.in.read();
            Map<String, Long> outcomes = client
                    .dataConnections()
                    .ensureAll(
                            drafts(arguments[3], Integer.parseInt(arguments[4])),
                            EnsureOptions.builder()
                                    .parallelism(Integer.parseInt(arguments[7]))
                                    .build())
                    .items()
                    .stream()
                    .collect(Collectors.groupingBy(FleetMember::outcome, Collectors.counting()));
            System.out.println("outcomes=" + outcomes + " fallbacks=" + failures);
        }
        // Lettuce has threads that keep the JVM alive.
        System.exit(0);
    }

    private static String outcome(EnsureItem item) {
        return item.result().map(result -> result.outcome().name()).orElse("FAILED");
    }

    private static List<ConnectionDraft> drafts(String member, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> ConnectionDraft.builder("mssql", member + "-" + i)
                        .set("host", "db.example.com")
                        .set("port", 1433)
                        .set("database", "sales")
                        .set("username", "reader")
                        .secret("password", Secret.of("PW-1"))
                        .build())
                .toList();
    }
}
