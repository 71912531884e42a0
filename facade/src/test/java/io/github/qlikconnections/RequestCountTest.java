package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Counts the requests of each workflow, so that an increase is noticed. */
class RequestCountTest extends FakeTenantFixture {

    private final List<String> table = new ArrayList<>();
    private final SoftAssertions failures = new SoftAssertions();
    private final String reference = reference();

    /** Opens a client that is not slowed down by the documented rate limit. The counts do not depend on the limit. */
    @Override
    QlikClient client(String key) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(key)))
                .rateLimits(RateLimits.perMinute(60_000, 60_000)));
    }

    @Test
    void everyWorkflowSendsTheMinimalNumberOfRequests() {
        tenant.addSpace("Finance", SpaceType.SHARED);
        assertSends("create, nothing cached", 2, () -> qlik.dataConnections().create(s3("A").build()));
        assertSends("create", 1, () -> qlik.dataConnections().create(s3("B").build()));
        assertSends(
                "create in a space by its name",
                2,
                () -> qlik.dataConnections()
                        .create(s3("C").inSpaceNamed("Finance").build()));
        assertSends(
                "create of an invalid draft",
                0,
                () -> failures.assertThatExceptionOfType(InvalidConnectionException.class)
                        .isThrownBy(() -> qlik.dataConnections()
                                .create(s3("D").set("regoin", "x").build())));
        assertSends(
                "ensure of what is not there", 3, () -> qlik.dataConnections().ensure(s3("E").build()));
        assertSends("ensure of what is there", 2, () -> qlik.dataConnections().ensure(s3("E").build()));
        assertSends(
                "ensure of what differs",
                4,
                () -> qlik.dataConnections()
                        .ensure(s3("E").set("region", "eu-north-1").build()));
        assertSends(
                "ensureAll of 50, none there",
                101,
                () -> qlik.dataConnections()
                        .ensureAll(IntStream.range(0, 50)
                                .mapToObj(i -> s3("All " + i).build())
                                .toList()));
        assertSends(
                "ensureAll of 50, all there",
                51,
                () -> qlik.dataConnections()
                        .ensureAll(IntStream.range(0, 50)
                                .mapToObj(i -> s3("All " + i).build())
                                .toList()));
        failures.assertAll();
        String id = tenant.connections().get(0).id();
        assertSends("get", 1, () -> qlik.dataConnections().get(id));
        assertSends("get with properties", 1, () -> qlik.dataConnections().getWithProperties(id));
        assertSends("find by name", 1, () -> qlik.dataConnections().findByName("A", SpaceRef.personal()));
        assertSends(
                "list of 53",
                1,
                () -> failures.assertThat(qlik.dataConnections()
                                .list(ConnectionQuery.builder()
                                        .in(SpaceRef.personal())
                                        .build()))
                        .hasSize(53));
        assertSends(
                "update",
                2,
                () -> qlik.dataConnections()
                        .update(id, ConnectionPatch.builder().rename("A2").build()));
        assertSends(
                "rotate one",
                2,
                () -> qlik.dataConnections()
                        .rotateCredentials(id, Map.of("accessKey", Secret.of("AK-2"), "secretKey", Secret.of("SK-2"))));
        assertSends(
                "rotate 10",
                21,
                () -> qlik.dataConnections()
                        .rotateCredentials(
                                ConnectionQuery.builder()
                                        .in(SpaceRef.ofId(addSpaceWithTenConnections()))
                                        .build(),
                                connection -> Map.of("accessKey", Secret.of("AK-3"), "secretKey", Secret.of("SK-3")),
                                RotationOptions.defaults()));
        assertSends("delete", 1, () -> qlik.dataConnections().delete(id));
        assertSends(
                "deleteAll of 50",
                1,
                () -> qlik.dataConnections()
                        .deleteAll(tenant.connections().stream()
                                .limit(50)
                                .map(connection -> connection.id())
                                .toList()));
        TestMetrics.record("requests-per-workflow", String.join("\n", table));
        failures.assertAll();
    }

    @Test
    void concurrentThreadsFetchASpecificationOnce() throws Exception {
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> fetches = IntStream.range(0, threads)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        start.await();
                        return qlik.dataSources().spec(S3);
                    })
                    .toList();
            List<Future<Object>> results = executor.invokeAll(fetches);
            for (Future<Object> result : results) {
                assertThat(result.get()).isNotNull().isSameAs(results.get(0).get());
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(tenant.requests())
                .extracting(ReceivedRequest::path)
                .containsExactly("/api/v1/data-sources/" + S3 + "/api-specs");
    }

    /** Creates a space that contains ten connections. */
    private String addSpaceWithTenConnections() {
        String space = tenant.addSpace("Ten", SpaceType.SHARED);
        for (int i = 0; i < 10; i++) {
            tenant.addConnection(
                    S3,
                    "Ten " + i,
                    space,
                    Map.of("region", "eu-west-1", "bucketName", "acme", "accessKey", "AK", "secretKey", "SK"));
        }
        return space;
    }

    /** Returns the page that has the counts for users. */
    private static String reference() {
        try {
            return Files.readString(Path.of("..", "docs", "reference", "operations.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertSends(String workflow, int expected, Runnable action) {
        int before = tenant.requests().size();
        failures.assertThatCode(action::run).as(workflow).doesNotThrowAnyException();
        List<ReceivedRequest> sent =
                tenant.requests().subList(before, tenant.requests().size());
        Map<String, Long> byMethod =
                sent.stream().collect(Collectors.groupingBy(ReceivedRequest::method, Collectors.counting()));
        table.add("%-32s %3d  %s".formatted(workflow, sent.size(), byMethod));
        failures.assertThat(sent).as(workflow + " " + byMethod).hasSize(expected);
        failures.assertThat(reference).contains("| " + workflow + " | " + expected + " |");
    }
}
