package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsureAllTest extends FakeTenantFixture {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @Test
    void resultsHaveTheOrderOfTheDrafts() {
        qlik.dataConnections().create(s3("Same").build());
        qlik.dataConnections().create(s3("Other").build());
        tenant.clearRequests();
        EnsureReport report = qlik.dataConnections()
                .ensureAll(List.of(
                        s3("New").build(),
                        s3("Other").set("region", "eu-north-1").build(),
                        s3("Same").build()));
        assertThat(report.items())
                .extracting(item -> item.result().orElseThrow().outcome())
                .containsExactly(EnsureOutcome.CREATED, EnsureOutcome.UPDATED, EnsureOutcome.UNCHANGED);
        assertThat(report.items()).extracting(item -> item.draft().name()).containsExactly("New", "Other", "Same");
        assertThat(report)
                .hasToString("EnsureReport[1 created, 1 updated, 1 unchanged, 0 unverified, 0 failed, 0 not started]");
        assertThat(writes()).hasSize(2);
        assertThat(qlik.dataConnections().ensureAll(List.of()).items()).isEmpty();
    }

    @Test
    void manyNamesAreResolvedByOneListRequestAndOneSpaceLookup() {
        tenant.addSpace("Lab", SpaceType.SHARED);
        List<ConnectionDraft> drafts = IntStream.range(0, 50)
                .mapToObj(i -> s3("Lake " + i).inSpaceNamed("Lab").build())
                .toList();
        qlik.dataConnections().ensureAll(drafts);
        assertThat(reads().stream().map(ReceivedRequest::path).filter(path -> !path.startsWith(CONNECTIONS + "/")))
                .as("besides the reads of written connections")
                .containsExactlyInAnyOrder(
                        "/api/v1/data-sources/File_AmazonS3ConnectorV2/api-specs", "/api/v1/spaces", CONNECTIONS);
        assertThat(writes()).hasSize(50);

        tenant.clearRequests();
        EnsureReport again = qlik.dataConnections().ensureAll(drafts);
        assertThat(again.with(EnsureOutcome.UNCHANGED)).hasSize(50);
        assertThat(writes()).isEmpty();
        assertThat(reads())
                .as("the space, one list, and the properties of each connection")
                .hasSize(52);
    }

    @Test
    void fewNamesInALargeSpaceAreResolvedOneByOne() {
        for (int i = 0; i < 350; i++) {
            tenant.addConnection(S3, "Old " + i, null, java.util.Map.of("bucketName", "acme"));
        }
        qlik.dataConnections().ensureAll(List.of(s3("A").build(), s3("B").build()));
        assertThat(reads().stream().filter(request -> request.path().equals(CONNECTIONS)))
                .as("one page of four, then one lookup each")
                .hasSize(3);
        assertThat(tenant.connections()).hasSize(352);
    }

    @Test
    void oneInvalidDraftPreventsAllWrites() {
        EnsureFailureException failure = catchThrowableOfType(
                EnsureFailureException.class,
                () -> qlik.dataConnections()
                        .ensureAll(List.of(
                                s3("Good").build(),
                                s3("Bad").unset("bucketName").set("buket", "x").build())));
        assertThat(failure.report().notStarted())
                .extracting(item -> item.draft().name())
                .containsExactly("Good");
        assertThat(failure.report().failed())
                .singleElement()
                .satisfies(item -> assertThat(item.failure()).containsInstanceOf(InvalidConnectionException.class));
        assertThat(failure)
                .hasMessageContaining("1 of 2")
                .hasMessageContaining("; 1 not started")
                .hasMessageContaining("\"Bad\" in personal space")
                .hasMessageContaining("buket");
        assertThat(writes()).isEmpty();
    }

    @Test
    void draftsWithEqualNameAndSpaceAreRejectedBeforeAnyRequest() {
        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensureAll(List.of(s3("Lake").build(), mssql("Lake").build())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Lake\" in personal space");
        assertThat(tenant.requests()).isEmpty();

        String lab = tenant.addSpace("Lab", SpaceType.SHARED);
        assertThatThrownBy(() -> qlik.dataConnections()
                        .ensureAll(List.of(
                                s3("Lake").inSpace(lab).build(),
                                s3("Lake").inSpaceNamed("Lab").build())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(writes()).isEmpty();
        assertThat(qlik.dataConnections()
                        .ensureAll(List.of(
                                s3("Lake").inSpace(lab).build(), s3("Lake").build()))
                        .with(EnsureOutcome.CREATED))
                .hasSize(2);
    }

    @Test
    void everyFailureIsReportedBesideTheCompletedItems() {
        tenant.addConnection("mssql", "Taken", null, java.util.Map.of("host", "db.example.com"));
        EnsureFailureException failure = catchThrowableOfType(
                EnsureFailureException.class,
                () -> qlik.dataConnections()
                        .ensureAll(List.of(s3("A").build(), s3("Taken").build(), s3("B").build())));
        assertThat(failure.report())
                .hasToString("EnsureReport[2 created, 0 updated, 0 unchanged, 0 unverified, 1 failed, 0 not started]");
        EnsureItem failed = failure.report().items().get(1);
        assertThat(failed.failure()).containsInstanceOf(NameConflictException.class);
        assertThat(failed)
                .hasToString("FAILED \"Taken\" in personal space: "
                        + failed.failure().orElseThrow().getMessage());
        assertThat(failure).hasMessageContaining("1 of 3").hasMessageNotContaining("SK-1");
    }

    @Test
    void lostRequestsAndResponsesCauseNoMissingOrDuplicateConnection() {
        AtomicInteger number = new AtomicInteger();
        tenant.stubAll(request -> request.method().equals("POST"), request -> switch (number.incrementAndGet() % 7) {
            case 0 -> StubResponse.dropAfterHandling();
            case 3 -> StubResponse.dropBeforeHandling();
            case 5 -> StubResponse.error(429, "HTTP-429", "Too many", "Wait.").header("Retry-After", "0");
            default -> StubResponse.passThrough();
        });
        List<ConnectionDraft> drafts =
                IntStream.range(0, 100).mapToObj(i -> s3("Lake " + i).build()).toList();
        EnsureReport report;
        try {
            report = qlik.dataConnections().ensureAll(drafts);
        } catch (EnsureFailureException e) {
            report = e.report();
        }
        tenant.clearStubs();
        assertThat(report.notStarted()).isEmpty();
        assertThat(report.with(EnsureOutcome.CREATED))
                .allSatisfy(item -> assertThat(tenant.connections())
                        .filteredOn(stored -> stored.name().equals(item.draft().name()))
                        .hasSize(1));
        EnsureReport again = qlik.dataConnections().ensureAll(drafts);
        assertThat(again.failed()).isEmpty();
        assertThat(tenant.connections())
                .extracting(StoredConnection::name)
                .doesNotHaveDuplicates()
                .hasSize(100);
    }

    @Test
    void updateWithALostResponseIsResolvedByAnotherRead() {
        qlik.dataConnections().create(s3("Arrived").build());
        qlik.dataConnections().create(s3("Lost").build());
        tenant.stubNext(patchOf("Arrived"), StubResponse.dropAfterHandling());
        tenant.stubNext(patchOf("Lost"), StubResponse.dropBeforeHandling());
        tenant.clearRequests();
        EnsureReport report = qlik.dataConnections()
                .ensureAll(List.of(
                        s3("Arrived").set("region", "eu-north-1").build(),
                        s3("Lost").set("region", "eu-north-1").build()));
        assertThat(report.with(EnsureOutcome.UPDATED))
                .hasSize(2)
                .allSatisfy(item ->
                        assertThat(item.result().orElseThrow().changes()).hasSize(1));
        assertThat(writes()).as("the lost request is sent twice").hasSize(3);
        assertThat(tenant.connections())
                .allSatisfy(stored -> assertThat(stored.properties()).containsEntry("region", "eu-north-1"));
    }

    @Test
    void connectionDeletedAfterTheListIsCreatedAgain() {
        String doomed = qlik.dataConnections().create(s3("Lake").build()).id();
        EnsureReport report = qlik.dataConnections()
                .ensureAll(
                        List.of(
                                s3("First").build(),
                                s3("Lake").build(),
                                s3("Last").build()),
                        EnsureOptions.builder()
                                .parallelism(1)
                                .listener((done, total, current) -> {
                                    if (current.equals("First")) {
                                        qlik.dataConnections().delete(doomed);
                                    }
                                })
                                .build());
        assertThat(report.with(EnsureOutcome.CREATED)).hasSize(3);
        assertThat(tenant.connections()).extracting(StoredConnection::name).containsExactly("First", "Lake", "Last");
    }

    @Test
    void authenticationFailureStopsTheRun() {
        tenant.stubAll(
                request -> request.method().equals("POST"),
                request -> StubResponse.error(401, "AUTH-1", "Unauthorized", "No."));
        List<ConnectionDraft> drafts =
                IntStream.range(0, 50).mapToObj(i -> s3("Lake " + i).build()).toList();
        EnsureFailureException failure = catchThrowableOfType(
                EnsureFailureException.class,
                () -> qlik.dataConnections()
                        .ensureAll(
                                drafts, EnsureOptions.builder().parallelism(2).build()));
        assertThat(failure.report().failed())
                .hasSizeBetween(1, 2)
                .allSatisfy(item -> assertThat(item.failure()).containsInstanceOf(AuthenticationException.class));
        assertThat(failure.report().notStarted()).hasSizeGreaterThanOrEqualTo(48);
    }

    @Test
    void progressIsReported() {
        List<String> progress = Collections.synchronizedList(new ArrayList<>());
        qlik.dataConnections()
                .ensureAll(
                        List.of(s3("A").build(), s3("B").build(), s3("C").build()),
                        EnsureOptions.builder()
                                .listener((done, total, current) -> progress.add(done + "/" + total))
                                .build());
        assertThat(progress).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void interruptedRunReportsTheCompletedItems() {
        Thread caller = Thread.currentThread();
        List<ConnectionDraft> drafts =
                IntStream.range(0, 50).mapToObj(i -> s3("Lake " + i).build()).toList();
        EnsureFailureException ended = catchThrowableOfType(
                EnsureFailureException.class,
                () -> qlik.dataConnections()
                        .ensureAll(
                                drafts,
                                EnsureOptions.builder()
                                        .parallelism(1)
                                        .listener((done, total, current) -> {
                                            if (done == 10) {
                                                caller.interrupt();
                                                await(caller);
                                            }
                                        })
                                        .build()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.report().with(EnsureOutcome.CREATED)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(ended.report().notStarted()).isNotEmpty();
        assertThat(ended.report().items()).hasSize(50);
    }

    private static void await(Thread caller) {
        org.awaitility.Awaitility.await().until(() -> !caller.isInterrupted());
    }

    private java.util.function.Predicate<ReceivedRequest> patchOf(String name) {
        String id = tenant.connections().stream()
                .filter(stored -> stored.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return request -> request.method().equals("PATCH") && request.path().endsWith(id);
    }

    private List<ReceivedRequest> reads() {
        return tenant.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .toList();
    }

    @Test
    void failedListOfASpaceFailsOnlyTheDraftsInThatSpace() {
        String open = tenant.addSpace("Open", SpaceType.SHARED);
        String closed = tenant.addSpace("Closed", SpaceType.SHARED);
        tenant.stubAll(
                request -> request.method().equals("GET")
                        && request.path().endsWith("/data-connections")
                        && request.query().toString().contains(closed),
                request -> StubResponse.status(403));
        List<ConnectionDraft> drafts = List.of(
                s3("One").inSpace(open).build(),
                s3("Two").inSpace(open).build(),
                s3("Three").inSpace(closed).build(),
                s3("Four").inSpace(closed).build());

        assertThat(qlik.dataConnections().planAll(drafts))
                .extracting(ConnectionPlan::action)
                .containsExactly(PlanAction.CREATE, PlanAction.CREATE, PlanAction.BLOCKED, PlanAction.BLOCKED);
        EnsureFailureException failure = catchThrowableOfType(
                EnsureFailureException.class, () -> qlik.dataConnections().ensureAll(drafts));

        assertThat(failure.report().failed())
                .extracting(item -> item.draft().name())
                .containsExactly("Three", "Four");
        assertThat(tenant.connections()).hasSize(2);
    }
}
