package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.internal.journal.JournalEntry;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.model.DataConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The journal of a rotation. It records the connections of the run, so that a continued run has the same ones. This class is thread-safe.
 */
final class RotationJournal {

    private static final String NAME = "name";
    private static final String SPACE = "space";
    private static final String UPDATED = "updated";
    private static final String STATUS = "status";
    private static final String NO_REASON =
            "The interrupted run recorded this outcome in the journal, which has no reason. Rotate the credentials in"
                    + " a new run.";

    private final RunJournal journal;

    RotationJournal(RunJournal journal) {
        this.journal = journal;
    }

    /** Returns the connections of the run. Lists them only if the run is not continued. */
    List<RotationItem> begin(RunIdentity run, Supplier<List<RotationItem>> items) {
        return journal
                .begin(
                        run,
                        () -> items.get().stream()
                                .map(RotationJournal::createPlannedEntry)
                                .toList())
                .stream()
                .map(RotationJournal::createPlannedItem)
                .toList();
    }

    private static JournalEntry createPlannedEntry(RotationItem item) {
        Map<String, Object> details = new HashMap<>();
        details.put(NAME, item.name());
        item.spaceId().ifPresent(spaceId -> details.put(SPACE, spaceId));
        return JournalEntry.of(item.connectionId(), details);
    }

    private static RotationItem createPlannedItem(JournalEntry entry) {
        return RotationItem.builder(entry.item(), entry.detail(NAME).orElse(""), RotationOutcome.PLANNED)
                .spaceId(entry.detail(SPACE).orElse(null))
                .build();
    }

    /**
     * Rotates the credentials of one connection, unless the interrupted run has recorded its outcome or may have rotated them.
     *
     * @param rotate rotates the credentials; calls its argument before the write request
     * @param settle settles an item that was only intended, given the time of the last change before
     */
    RotationItem run(
            RotationItem item,
            Function<Consumer<DataConnection>, RotationItem> rotate,
            Function<Optional<Instant>, RotationItem> settle) {
        Optional<JournalEntry> recorded = journal.find(item.connectionId());
        String outcome = recorded.map(JournalEntry::outcome).orElse(null);
        if (outcome != null) {
            return restore(item, RotationOutcome.valueOf(outcome), recorded.get());
        }
        Optional<JournalException> failure = journal.failure();
        if (failure.isPresent()) {
            return RotationItem.builder(item.connectionId(), item.name(), RotationOutcome.PLANNED)
                    .spaceId(item.spaceId().orElse(null))
                    .reason("Not started. " + failure.get().getMessage())
                    .build();
        }
        RotationItem result = recorded.isPresent()
                ? settle.apply(recorded.get().detail(UPDATED).map(Instant::parse))
                : rotate.apply(connection -> journal.recordIntended(List.of(createIntendedEntry(connection))));
        if (!(result.cause().orElse(null) instanceof JournalException)) {
            journal.recordOutcomes(List.of(createEntry(result)));
        }
        return result;
    }

    private static JournalEntry createIntendedEntry(DataConnection connection) {
        return JournalEntry.of(
                connection.id(),
                connection
                        .updated()
                        .map(updated -> Map.<String, Object>of(UPDATED, updated.toString()))
                        .orElse(Map.of()));
    }

    private static JournalEntry createEntry(RotationItem item) {
        boolean isCallerRejected = item.cause().orElse(null) instanceof AuthenticationException;
        return new JournalEntry(
                item.connectionId(),
                isCallerRejected ? JournalEntry.NOT_STARTED : item.outcome().name(),
                Map.of(STATUS, item.status()));
    }

    private static RotationItem restore(RotationItem item, RotationOutcome outcome, JournalEntry entry) {
        return RotationItem.builder(item.connectionId(), item.name(), outcome)
                .spaceId(item.spaceId().orElse(null))
                .status(entry.details().get(STATUS) instanceof Number status ? status.intValue() : 0)
                .reason(outcome == RotationOutcome.ROTATED ? null : NO_REASON)
                .build();
    }
}
