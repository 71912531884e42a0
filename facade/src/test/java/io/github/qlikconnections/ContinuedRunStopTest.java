package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that continue with a journal and cannot settle everything. What the journal has recorded is never reported as not started. */
class ContinuedRunStopTest extends JournalFixture {

    @Test
    void stoppedEnsureReportsWhatIsInTheJournal() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme");
        ensureAll(drafts);
        cutAfter("intended", 2);

        EnsureReport report =
                ensureAllFails(drafts, ensureOptions().stopWhen(() -> true).build());

        assertOneOfEach(report);
        assertThat(report.unknown().get(0).failure().orElseThrow())
                .hasMessage("The interrupted run intended to write \"Lake 1\" in personal space. This run did not read"
                        + " it.");
        assertThat(ensureAll(drafts).with(EnsureOutcome.CREATED)).hasSize(2);
    }

    @Test
    void interruptedEnsureReportsWhatIsInTheJournal() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme");
        ensureAll(drafts);
        cutAfter("intended", 2);
        Thread caller = Thread.currentThread();

        EnsureReport report = ensureAllFails(
                drafts,
                ensureOptions()
                        .stopWhen(() -> {
                            caller.interrupt();
                            return !caller.equals(Thread.currentThread());
                        })
                        .build());

        assertThat(Thread.interrupted()).isTrue();
        assertOneOfEach(report);
    }

    @Test
    void rejectedCallerLeavesTheInterruptedWritesUnknown() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme");
        ensureAll(drafts);
        cutAfter("intended", 2);
        tenant.stubAll(request -> request.path().contains("/data-connections/"), request -> StubResponse.status(401));

        EnsureReport report = ensureAllFails(drafts, ensureOptions().build());

        assertOneOfEach(report);
        assertThat(report.unknown().get(0).failure().orElseThrow()).hasCauseInstanceOf(AuthenticationException.class);
        tenant.clearStubs();
        assertThat(ensureAll(drafts).with(EnsureOutcome.CREATED)).hasSize(2);
    }

    @Test
    void intendedWriteThatCannotBeReadIsUnknownUntilItCan() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme").subList(0, 1);
        ensureAll(drafts);
        cutAfter("intended", 1);
        tenant.stubAll(request -> request.path().contains("/data-connections"), request -> StubResponse.status(503));

        EnsureReport report = ensureAllFails(drafts, ensureOptions().build());

        assertThat(report.unknown().get(0).failure().orElseThrow())
                .hasMessageContaining("Its outcome could not be read: ");
        tenant.clearStubs();
        assertThat(ensureAll(drafts).with(EnsureOutcome.CREATED)).hasSize(1);
    }

    @Test
    void stoppedRotationReportsWhatIsInTheJournal() throws IOException {
        databases(3);
        rotate();
        cutAfter("intended", 2);
        tenant.clearRequests();

        List<RotationItem> items =
                rotate(rotationOptions().stopWhen(() -> true).build()).items();

        assertThat(items)
                .extracting(RotationItem::outcome)
                .containsExactly(RotationOutcome.ROTATED, RotationOutcome.UNKNOWN, RotationOutcome.PLANNED);
        assertThat(items.get(1).reason().orElseThrow()).startsWith("The interrupted run intended to send");
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void stoppedDeletionReadsNothing() throws IOException {
        List<String> ids = databases(2);
        BulkOptions.Builder options = BulkOptions.builder().journal(journal);
        qlik.dataConnections().deleteAll(ids, options.build());
        cutAfter("intended", 1);
        tenant.clearRequests();

        BulkFailureException failure = catchThrowableOfType(
                BulkFailureException.class,
                () -> qlik.dataConnections()
                        .deleteAll(ids, options.stopWhen(() -> true).build()));

        assertThat(failure.result().items()).extracting(BulkItem::outcome).containsOnly(BulkOutcome.UNKNOWN);
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void itemThatCouldNotBeSentIsRepeatedWhenTheRunContinues() {
        List<ConnectionDraft> drafts = drafts("acme");
        qlik.close();
        EnsureOptions closing =
                ensureOptions().listener((done, total, current) -> qlik.close()).build();
        qlik = client(tenant.apiKey());
        EnsureReport report = ensureAllFails(drafts, closing);
        assertThat(report.failed()).hasSize(2);

        qlik = client(tenant.apiKey());

        assertThat(ensureAll(drafts).with(EnsureOutcome.CREATED)).hasSize(3);
        assertThat(writes()).hasSize(3);
    }

    @Test
    void secretsOfAnIntendedUpdateAreNotSentAgain() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme").subList(0, 1);
        EnsureOptions always = ensureOptions().secrets(SecretUpdate.ALWAYS).build();
        qlik.dataConnections().create(drafts.get(0));
        qlik.dataConnections().ensureAll(drafts, always);
        cutAfter("intended", 1);
        tenant.clearRequests();

        EnsureReport report = ensureAllFails(drafts, always);

        assertThat(report.unknown().get(0).failure().orElseThrow())
                .hasMessageEndingWith("Secrets cannot be read, so they were not sent again. Send them in a new run.");
        assertThat(writes()).isEmpty();
    }

    @Test
    void intendedUpdateWithOtherDifferencesIsSentWithItsSecrets() throws IOException {
        List<ConnectionDraft> drafts = drafts("other").subList(0, 1);
        EnsureOptions always = ensureOptions().secrets(SecretUpdate.ALWAYS).build();
        String id = qlik.dataConnections().create(drafts("acme").get(0)).id();
        qlik.dataConnections().ensureAll(drafts, always);
        cutAfter("intended", 1);
        qlik.dataConnections().delete(id);
        qlik.dataConnections().create(drafts("acme").get(0));
        tenant.clearRequests();

        assertThat(qlik.dataConnections().ensureAll(drafts, always).with(EnsureOutcome.UPDATED))
                .hasSize(1);
        assertThat(writes())
                .singleElement()
                .satisfies(write -> assertThat(write.body()).contains("SK-1"));
    }

    @Test
    void connectionOfAnIntendedCreationHasItsSecrets() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme").subList(0, 1);
        EnsureOptions always = ensureOptions().secrets(SecretUpdate.ALWAYS).build();
        qlik.dataConnections().ensureAll(drafts, always);
        cutAfter("intended", 1);
        tenant.clearRequests();

        assertThat(qlik.dataConnections().ensureAll(drafts, always).with(EnsureOutcome.CREATED))
                .hasSize(1);
        assertThat(writes()).isEmpty();
    }

    private EnsureReport ensureAllFails(List<ConnectionDraft> drafts, EnsureOptions options) {
        return catchThrowableOfType(
                        EnsureFailureException.class,
                        () -> qlik.dataConnections().ensureAll(drafts, options))
                .report();
    }

    /** Checks the items of a journal with an outcome, an intention and a draft that was not started. */
    private static void assertOneOfEach(EnsureReport report) {
        assertThat(report.with(EnsureOutcome.CREATED))
                .extracting(item -> item.draft().name())
                .containsExactly("Lake 0");
        assertThat(report.unknown()).extracting(item -> item.draft().name()).containsExactly("Lake 1");
        assertThat(report.notStarted()).extracting(item -> item.draft().name()).containsExactly("Lake 2");
    }
}
