package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournaledRunTest extends JournalFixture {

    // Rotation

    @Test
    void continuedRotationRepeatsNothingAndReportsWhatWasOnlyIntended() throws IOException {
        List<String> ids = databases(4);
        rotate();
        cutAfter("intended", 3);
        tenant.clearRequests();

        RotationReport report = rotate();

        assertThat(report.items())
                .extracting(RotationItem::outcome)
                .containsExactly(
                        RotationOutcome.ROTATED,
                        RotationOutcome.ROTATED,
                        RotationOutcome.UNKNOWN,
                        RotationOutcome.ROTATED);
        assertThat(report.items()).extracting(RotationItem::connectionId).containsExactlyElementsOf(ids);
        assertThat(report.items().get(2).reason())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("The interrupted run intended to send")
                        .endsWith("The connection was changed since it was read."));
        assertThat(writes())
                .singleElement()
                .satisfies(write -> assertThat(write.path()).endsWith(ids.get(3)));
    }

    @Test
    void rotationThatWasNotSentIsUnknownAndHintsAtIt() throws IOException {
        databases(1);
        tenant.stubNext(request -> request.method().equals("PATCH"), StubResponse.dropBeforeHandling());
        rotate();
        cutAfter("intended", 1);

        assertThat(rotate().items()).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(RotationOutcome.UNKNOWN);
            assertThat(item.reason().orElseThrow()).endsWith("The connection was not changed since it was read.");
        });
    }

    @Test
    void continuedRotationHasTheConnectionsOfItsJournal() throws IOException {
        databases(2);
        rotate();
        cutAfter("run", 1);
        tenant.addConnection("mssql", "Later", null, Map.of("host", "db.example.com"));

        assertThat(rotate().rotated()).extracting(RotationItem::name).containsExactly("Db 0", "Db 1");
    }

    @Test
    void continuedRotationDoesNotRepeatFailures() throws IOException {
        databases(2);
        tenant.stubNext(
                request -> request.method().equals("PATCH"), StubResponse.error(400, "DCERROR-0010", "Bad", "No."));
        rotate();
        cutAfter("outcome", 1);
        tenant.clearRequests();

        RotationReport report = rotate();

        assertThat(report.failed()).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(400);
            assertThat(item.reason().orElseThrow()).contains("recorded this outcome in the journal");
        });
        assertThat(writes()).hasSize(1);
    }

    @Test
    void itemOfARejectedCallerIsRotatedWhenTheRunContinues() {
        databases(1);
        tenant.stubNext(request -> request.method().equals("PATCH"), StubResponse.status(401));
        assertThat(rotate().failed()).hasSize(1);

        assertThat(rotate().rotated()).hasSize(1);
    }

    @Test
    void rotationOfAReportIsContinued() throws IOException {
        databases(2);
        RotationReport planned = qlik.dataConnections()
                .rotateCredentials(
                        ConnectionQuery.builder().toSource("mssql").build(),
                        NEW,
                        RotationOptions.builder().dryRun(true).journal(journal).build());
        assertThat(journal).as("a dry run has no journal").doesNotExist();
        RotationOptions options = rotationOptions().build();
        qlik.dataConnections().rotateCredentials(planned, NEW, options);
        cutAfter("outcome", 1);
        tenant.clearRequests();

        assertThat(qlik.dataConnections()
                        .rotateCredentials(planned, NEW, options)
                        .rotated())
                .hasSize(2);
        assertThat(writes()).hasSize(1);
    }

    // Ensure

    @Test
    void continuedEnsureFindsWhatWasWritten() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme");
        ensureAll(drafts);
        cutAfter("intended", 2);
        tenant.clearRequests();

        EnsureReport report = ensureAll(drafts);

        assertThat(report.with(EnsureOutcome.CREATED))
                .as("one was not in the journal")
                .hasSize(2);
        assertThat(report.with(EnsureOutcome.UNCHANGED)).hasSize(1);
        assertThat(report.items().get(0).result().orElseThrow().warnings())
                .containsExactly("The interrupted run recorded this outcome in the journal. The connection was not read"
                        + " again.");
        assertThat(writes()).isEmpty();
        assertThatThrownBy(() -> ensureAll(drafts))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is complete");
    }

    @Test
    void continuedEnsureWritesWhatWasOnlyIntended() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme");
        ensureAll(drafts);
        cutAfter("intended", 2);
        qlik.dataConnections().delete(tenant.connections().get(1).id());

        assertThat(ensureAll(drafts).with(EnsureOutcome.CREATED)).hasSize(2);
        assertThat(tenant.connections()).hasSize(3);
    }

    @Test
    void continuedEnsureReportsAnUpdateThatWasWritten() throws IOException {
        ensureAll(drafts("acme"));
        Files.delete(journal);
        List<ConnectionDraft> changed = drafts("other");
        ensureAll(changed);
        cutAfter("intended", 1);
        tenant.clearRequests();

        assertThat(ensureAll(changed).items().get(0).result().orElseThrow().outcome())
                .isEqualTo(EnsureOutcome.UPDATED);
        assertThat(writes()).isEmpty();
    }

    @Test
    void continuedEnsureDoesNotRepeatFailures() throws IOException {
        List<ConnectionDraft> drafts = drafts("acme");
        tenant.stubNext(request -> request.method().equals("POST"), StubResponse.error(400, "X-1", "Bad", "No."));
        assertThatThrownBy(() -> ensureAll(drafts)).isInstanceOf(EnsureFailureException.class);
        cutAfter("outcome", 2);
        tenant.clearRequests();

        EnsureFailureException failure = catchThrowableOfType(EnsureFailureException.class, () -> ensureAll(drafts));

        assertThat(failure.report().failed())
                .singleElement()
                .extracting(EnsureItem::toString)
                .asString()
                .contains("could not ensure \"Lake 0\"");
        assertThat(writes()).isEmpty();
    }

    @Test
    void journalContainsNoSecretsAndNoPropertyValues() throws IOException {
        ensureAll(drafts("acme-bucket"));

        assertThat(Files.readString(journal))
                .contains("\"kind\":\"ensureAll\"", "personal/Lake 0", "\"CREATED\"", "\"end\"")
                .doesNotContain("SK-1", "AK-1", "acme-bucket", "eu-west-1");
    }

    // Bulk actions

    @Test
    void continuedDeletionSettlesEachConnectionByARead() throws IOException {
        List<String> ids = databases(150);
        BulkOptions options = BulkOptions.builder().journal(journal).build();
        qlik.dataConnections().deleteAll(ids, options);
        cutAfter("intended", 1);
        tenant.clearRequests();

        BulkFailureException failure = catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().deleteAll(ids, options));

        assertThat(failure.result().items()).extracting(BulkItem::connectionId).containsExactlyElementsOf(ids);
        assertThat(failure.result().items().subList(0, 100))
                .extracting(BulkItem::outcome)
                .containsOnly(BulkOutcome.DONE);
        assertThat(failure.result().failed())
                .as("the rest was deleted by the run whose journal was cut")
                .hasSize(50);
        assertThat(writes()).hasSize(1);
    }

    @Test
    void bulkActionThatWasNotExecutedIsSent() throws IOException {
        String space = tenant.addSpace("Lab", SpaceType.SHARED);
        List<String> ids = databases(3);
        BulkOptions options = BulkOptions.builder().journal(journal).build();
        qlik.dataConnections().move(ids, SpaceRef.ofId(space), options);
        cutAfter("intended", 1);
        qlik.dataConnections().move(ids.subList(1, 2), SpaceRef.personal());
        tenant.clearRequests();

        BulkResult result = qlik.dataConnections().move(ids, SpaceRef.ofId(space), options);

        assertThat(result.failed()).isEmpty();
        assertThat(writes())
                .singleElement()
                .satisfies(
                        write -> assertThat(write.body()).contains(ids.get(1)).doesNotContain(ids.get(0), ids.get(2)));
        assertThat(tenant.connections()).extracting(StoredConnection::space).allMatch(found -> found.isPresent());
    }

    @Test
    void unreadableConnectionStaysUnknownAndIsReadWhenTheRunContinues() throws IOException {
        List<String> ids = databases(2);
        BulkOptions options = BulkOptions.builder().journal(journal).build();
        qlik.dataConnections().changeOwner(ids, "user-9", options);
        cutAfter("intended", 1);
        tenant.clearRequests();
        tenant.stubNext(request -> request.method().equals("GET"), StubResponse.status(503));

        BulkFailureException failure = catchThrowableOfType(
                BulkFailureException.class, () -> qlik.dataConnections().changeOwner(ids, "user-9", options));
        assertThat(failure.outcomeUnknown()).isTrue();

        assertThat(qlik.dataConnections().changeOwner(ids, "user-9", options).failed())
                .isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void rejectedBulkActionIsSentWhenTheRunContinues() {
        List<String> ids = databases(2);
        BulkOptions options = BulkOptions.builder().journal(journal).build();
        tenant.stubNext(request -> request.method().equals("POST"), StubResponse.error(403, "X-1", "No", "No admin."));
        assertThatThrownBy(() -> qlik.dataConnections().deleteAll(ids, options))
                .isInstanceOf(PermissionDeniedException.class);

        assertThat(qlik.dataConnections().deleteAll(ids, options).failed()).isEmpty();
        assertThat(tenant.connections()).isEmpty();
    }

    // The file

    @Test
    void unusableFolderEndsEveryRunBeforeItsFirstRequest() throws IOException {
        List<String> ids = databases(1);
        tenant.clearRequests();
        journal = Files.writeString(folder.resolve("file"), "").resolve("run.jsonl");
        BulkOptions options = BulkOptions.builder().journal(journal).build();
        List<Runnable> runs = new ArrayList<>();
        runs.add(this::rotate);
        runs.add(() -> ensureAll(drafts("acme")));
        runs.add(() -> qlik.dataConnections().deleteAll(ids, options));
        runs.add(() -> qlik.dataConnections().move(ids, SpaceRef.ofName("Lab"), options));
        runs.add(() -> qlik.dataConnections().changeOwner(ids, "user-9", options));

        assertThat(runs)
                .allSatisfy(run -> assertThatThrownBy(run::run)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining(journal.toString()));
        assertThat(tenant.requests()).isEmpty();
    }
}
