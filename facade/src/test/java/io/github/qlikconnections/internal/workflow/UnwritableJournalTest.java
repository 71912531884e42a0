package io.github.qlikconnections.internal.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose file was closed fails at the next line, as on a full disk. */
class UnwritableJournalTest {

    @TempDir
    Path folder;

    private RunJournal file;

    @BeforeEach
    void open() {
        file = RunJournal.open(folder.resolve("run.jsonl"));
    }

    @Test
    void intendedWriteIsStoppedAndTheNextDraftIsNotStarted() {
        EnsureJournal journal = new EnsureJournal(file, "https://acme.example");
        journal.begin(List.of(draft("a"), draft("b")), EnsureOptions.defaults());
        file.close();

        assertThatThrownBy(() -> journal.run(draft("a"), mayWrite -> {
                    assertThat(mayWrite.test(creation("a"))).isFalse();
                    return fail("The write must not be sent");
                }))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be written");
        assertThat(journal.isToDo(draft("b"))).isFalse();
        EnsureItem next = journal.skip(draft("b"));

        assertThat(next.result()).isEmpty();
        assertThat(next.failure()).isEmpty();
        assertThat(journal.failure()).isNotNull();
    }

    @Test
    void outcomeThatCannotBeRecordedIsStillReported() {
        EnsureJournal journal = new EnsureJournal(file, "https://acme.example");
        journal.begin(List.of(draft("a")), EnsureOptions.defaults());
        EnsureItem done = EnsureItem.done(
                draft("a").original(),
                EnsureResult.builder(
                                EnsureOutcome.UNCHANGED,
                                DataConnection.builder("c1", "a").build())
                        .build());
        file.close();

        assertThat(journal.run(draft("a"), mayWrite -> done)).isEqualTo(done);
        assertThat(journal.failure()).isNotNull();
    }

    @Test
    void rotationThatIsNotStartedHasTheReason() {
        RotationJournal journal = new RotationJournal(file);
        RotationItem item =
                RotationItem.builder("c1", "Db", RotationOutcome.PLANNED).build();
        journal.begin(new RunIdentity("rotateCredentials", "https://acme.example", "all"), () -> List.of(item));
        file.close();
        RotationItem rotated =
                RotationItem.builder("c1", "Db", RotationOutcome.ROTATED).build();

        assertThat(journal.run(item, beforeWrite -> rotated, updated -> rotated))
                .isEqualTo(rotated);
        RotationItem next =
                RotationItem.builder("c2", "Db 2", RotationOutcome.PLANNED).build();
        assertThat(journal.isToDo(next)).isFalse();
        assertThat(journal.skip(next)).satisfies(notStarted -> {
            assertThat(notStarted.outcome()).isEqualTo(RotationOutcome.PLANNED);
            assertThat(notStarted.reason().orElseThrow()).startsWith("Not started. The journal ");
        });
    }

    private static ConnectionPlan creation(String name) {
        return ConnectionPlan.builder(draft(name).original(), PlanAction.CREATE, "It is missing.")
                .build();
    }

    private static ResolvedDraft draft(String name) {
        ConnectionSpec spec = ConnectionSpec.parse("mssql", "{\"connectionProperties\":{\"properties\":{}}}");
        ConnectionDraft draft = ConnectionDraft.builder("mssql", name).build();
        return new ResolvedDraft(draft, spec.validate(draft), SpaceRef.personal(), spec);
    }
}
