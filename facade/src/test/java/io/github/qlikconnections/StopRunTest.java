package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.testkit.StubResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over many connections that their callers stop or interrupt. */
class StopRunTest extends FakeTenantFixture {

    private static final CredentialSupplier NEW = connection -> Map.of("secretKey", Secret.of("SK-2"));

    private final Thread caller = Thread.currentThread();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void ensureAllCompletesWhatHasStartedAndReportsTheRestAsNotStarted() {
        EnsureOptions options = EnsureOptions.builder()
                .parallelism(1)
                .stopWhen(stopped::get)
                .listener((done, total, current) -> stopped.set(done >= 3))
                .build();

        EnsureFailureException failure = ensureAll(10, options);

        assertThat(failure.report().with(EnsureOutcome.CREATED)).hasSize(3);
        assertThat(failure.report().notStarted()).hasSize(7);
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(writes()).hasSize(3);
    }

    @Test
    void stoppedRunContinuesWithItsJournal(@TempDir Path folder) {
        EnsureOptions.Builder options = EnsureOptions.builder().parallelism(1).journal(folder.resolve("run.jsonl"));
        ensureAll(10, options.stopWhen(() -> writes().size() == 3).build());

        EnsureReport report = qlik.dataConnections()
                .ensureAll(drafts(10), options.stopWhen(() -> false).build());

        assertThat(report.with(EnsureOutcome.CREATED)).hasSize(10);
        assertThat(writes()).hasSize(10);
    }

    @Test
    void runThatIsStoppedBeforeItStartsSendsNothing() {
        EnsureFailureException failure =
                ensureAll(10, EnsureOptions.builder().stopWhen(() -> true).build());

        assertThat(failure.report().notStarted()).hasSize(10);
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void stoppedRunRemainsStoppedIfTheConditionChanges() {
        EnsureOptions options = EnsureOptions.builder()
                .parallelism(1)
                .stopWhen(() -> writes().size() == 2 && stopped.compareAndSet(false, true))
                .build();

        assertThat(ensureAll(10, options).report().notStarted()).hasSize(8);
    }

    @Test
    void conditionThatThrowsStopsTheRun() {
        EnsureOptions options = EnsureOptions.builder()
                .stopWhen(() -> {
                    throw new IllegalStateException("no clock");
                })
                .build();

        assertThat(ensureAll(10, options).report().notStarted()).hasSize(10);
    }

    @Test
    void planAllReportsTheRestAsBlocked() {
        EnsureOptions options = EnsureOptions.builder().stopWhen(() -> true).build();

        List<ConnectionPlan> plans = qlik.dataConnections().planAll(drafts(3), options);

        assertThat(plans).extracting(ConnectionPlan::action).containsOnly(PlanAction.BLOCKED);
        assertThat(plans.get(0).toString()).contains("The run was interrupted or stopped");
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void interruptedLookupsReportEachDraftAsNotStarted() {
        tenant.stubAll(request -> true, request -> {
            caller.interrupt();
            return StubResponse.passThrough();
        });

        EnsureFailureException failure = ensureAll(3, EnsureOptions.defaults());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.report().notStarted()).hasSize(3);
        assertThat(writes()).isEmpty();
    }

    @Test
    void stoppedRotationContinuesWithItsReport() {
        addConnections(10);
        ConnectionQuery all = ConnectionQuery.builder().toSource(S3).build();
        RotationOptions options = RotationOptions.builder()
                .parallelism(1)
                .stopWhen(stopped::get)
                .listener((done, total, current) -> stopped.set(done >= 4))
                .build();

        RotationReport first = qlik.dataConnections().rotateCredentials(all, NEW, options);
        assertThat(first.rotated()).hasSize(4);
        assertThat(first.planned())
                .hasSize(6)
                .extracting(RotationItem::reason)
                .allSatisfy(reason -> assertThat(reason)
                        .hasValue("The run was interrupted or stopped. Pass this report to another run to continue."));

        RotationReport second = qlik.dataConnections().rotateCredentials(first, NEW, RotationOptions.defaults());
        assertThat(second.rotated()).hasSize(6);
        assertThat(writes()).hasSize(10);
    }

    @Test
    void bulkActionIsStoppedBetweenTwoRequests() {
        List<String> ids = addConnections(250);

        BulkFailureException failure = deleteAll(
                ids, BulkOptions.builder().stopWhen(() -> writes().size() == 1).build());

        assertThat(count(failure, BulkOutcome.DONE)).isEqualTo(100);
        assertThat(count(failure, BulkOutcome.NOT_STARTED)).isEqualTo(150);
        assertThat(tenant.connections()).hasSize(150);
    }

    @Test
    void interruptedBulkActionReportsWhatWasDone() {
        List<String> ids = addConnections(250);
        BulkOptions interrupting = BulkOptions.builder()
                .stopWhen(() -> {
                    if (writes().size() == 1) {
                        Thread.currentThread().interrupt();
                    }
                    return false;
                })
                .build();

        BulkFailureException failure = deleteAll(ids, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessageContaining("the thread was interrupted");
        assertThat(count(failure, BulkOutcome.DONE)).isEqualTo(100);
        assertThat(count(failure, BulkOutcome.FAILED)).isEqualTo(100);
        assertThat(count(failure, BulkOutcome.NOT_STARTED)).isEqualTo(50);
    }

    @Test
    void closingTheClientReportsWhatWasEnsured() {
        EnsureOptions options = EnsureOptions.builder()
                .parallelism(1)
                .listener((done, total, current) -> closeAfter(done, 3))
                .build();

        EnsureReport report = ensureAll(5, options).report();

        assertThat(report.with(EnsureOutcome.CREATED)).hasSize(3);
        assertThat(report.failed())
                .hasSize(2)
                .extracting(item -> item.failure().orElseThrow().getMessage())
                .allMatch(message -> message.endsWith("this client is closed."));
    }

    @Test
    void closingTheClientReportsWhatWasRotated() {
        addConnections(5);
        RotationOptions options = RotationOptions.builder()
                .parallelism(1)
                .listener((done, total, current) -> closeAfter(done, 3))
                .build();

        RotationReport report = qlik.dataConnections()
                .rotateCredentials(ConnectionQuery.builder().toSource(S3).build(), NEW, options);

        assertThat(report.rotated()).hasSize(3);
        assertThat(report.failed())
                .hasSize(2)
                .extracting(item -> item.reason().orElseThrow())
                .allMatch(reason -> reason.endsWith("this client is closed."));
    }

    @Test
    void closingTheClientReportsWhatWasDeleted() {
        List<String> ids = addConnections(250);
        BulkOptions options = BulkOptions.builder()
                .stopWhen(() -> {
                    closeAfter(writes().size(), 1);
                    return false;
                })
                .build();

        BulkFailureException failure = deleteAll(ids, options);

        assertThat(count(failure, BulkOutcome.DONE)).isEqualTo(100);
        assertThat(count(failure, BulkOutcome.FAILED)).isEqualTo(100);
        assertThat(count(failure, BulkOutcome.NOT_STARTED)).isEqualTo(50);
    }

    private void closeAfter(int done, int last) {
        if (done == last) {
            qlik.close();
        }
    }

    @Test
    void tokenSupplierThatThrowsFailsTheItemsOnly() {
        QlikCredentials failing = QlikCredentials.tokens(() -> {
            if (stopped.get()) {
                throw new IllegalStateException("vault is sealed");
            }
            return Secret.of(tenant.apiKey());
        });
        EnsureOptions options = EnsureOptions.builder()
                .parallelism(1)
                .listener((done, total, current) -> stopped.set(done >= 3))
                .build();
        EnsureReport report;
        try (QlikClient supplied = TrackedClients.build(builder(tenant.apiKey()).credentials(failing))) {
            report = catchThrowableOfType(
                            EnsureFailureException.class,
                            () -> supplied.dataConnections().ensureAll(drafts(5), options))
                    .report();
        }

        assertThat(report.with(EnsureOutcome.CREATED)).hasSize(3);
        assertThat(report.failed().get(0).failure().orElseThrow())
                .hasMessageEndingWith("the supplier of access tokens threw java.lang.IllegalStateException.")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private EnsureFailureException ensureAll(int number, EnsureOptions options) {
        return catchThrowableOfType(
                EnsureFailureException.class, () -> qlik.dataConnections().ensureAll(drafts(number), options));
    }

    private BulkFailureException deleteAll(List<String> ids, BulkOptions options) {
        return catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().deleteAll(ids, options));
    }

    private static long count(BulkFailureException failure, BulkOutcome outcome) {
        return failure.result().items().stream()
                .map(BulkItem::outcome)
                .filter(outcome::equals)
                .count();
    }

    private static List<ConnectionDraft> drafts(int number) {
        return IntStream.range(0, number).mapToObj(i -> s3("Lake " + i).build()).toList();
    }

    private List<String> addConnections(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> tenant.addConnection(
                        S3, "Lake " + i, null, Map.of("bucketName", "acme", "region", "eu-west-1")))
                .toList();
    }
}
