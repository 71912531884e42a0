package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.internal.journal.JournalEntry;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a bulk action. An unknown outcome is not recorded: the connection is read when the run is continued. Not thread-safe.
 */
final class BulkActionJournal {

    private static final Set<String> OUTCOMES =
            Stream.of(BulkOutcome.values()).map(BulkOutcome::name).collect(Collectors.toUnmodifiableSet());

    private final RunJournal journal;
    private final RunIdentity run;

    BulkActionJournal(RunJournal journal, RunIdentity run) {
        this.journal = journal;
        this.run = run;
    }

    /**
     * Returns the items of the interrupted run. Omits those that were intended and not executed, because they have to be sent.
     *
     * @param settle replaces unknown outcomes by reading the connections
     */
    List<BulkItem> begin(List<String> ids, UnaryOperator<List<BulkItem>> settle) {
        journal.begin(
                run,
                OUTCOMES,
                () -> ids.stream().map(BulkActionJournal::createEntry).toList());
        List<BulkItem> items = new ArrayList<>();
        List<BulkItem> unknown = new ArrayList<>();
        ids.stream().map(journal::find).flatMap(Optional::stream).forEach(entry -> {
            if (entry.outcome() == null) {
                unknown.add(BulkItem.withoutResponse(entry.item(), BulkOutcome.UNKNOWN));
            } else {
                items.add(BulkItem.withoutResponse(entry.item(), BulkOutcome.valueOf(entry.outcome())));
            }
        });
        List<BulkItem> settled = settle.apply(unknown).stream()
                .filter(item -> item.outcome() != BulkOutcome.FAILED)
                .toList();
        recordOutcomes(settled);
        items.addAll(settled);
        return items;
    }

    private static JournalEntry createEntry(String id) {
        return JournalEntry.of(id, Map.of());
    }

    /**
     * Records that the action is about to be sent for these connections.
     *
     * @throws JournalException if that cannot be recorded
     */
    void recordIntended(List<String> ids) {
        journal.recordIntended(ids.stream().map(BulkActionJournal::createEntry).toList());
    }

    /** Records that the request for these connections was rejected as a whole, so that it can be sent again. */
    void recordRejected(List<String> ids) {
        journal.recordOutcomes(ids.stream()
                .map(id -> new JournalEntry(id, JournalEntry.NOT_STARTED, Map.of()))
                .toList());
    }

    /** Records the outcomes that are known. */
    void recordOutcomes(List<BulkItem> items) {
        journal.recordOutcomes(items.stream()
                .filter(item -> item.outcome() != BulkOutcome.UNKNOWN)
                .map(item ->
                        new JournalEntry(item.connectionId(), item.outcome().name(), Map.of()))
                .toList());
    }

    boolean isWritable() {
        return journal.failure().isEmpty();
    }

    /** Returns why the journal cannot be written, or null if it can. */
    @Nullable JournalException failure() {
        return journal.failure().orElse(null);
    }
}
