package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.RotationItem;
import io.github.qlikconnections.bulk.RotationOutcome;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.internal.journal.JournalEntry;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.model.DataConnection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a rotation. It records the connections of the run, so that a continued run has the same ones. This class is thread-safe.
 */
final class RotationJournal {

    static final String ONLY_INTENDED_REASON =
            "The interrupted run intended to send the new credentials. The tenant may have received them.";

    private static final Set<String> OUTCOMES =
            Stream.of(RotationOutcome.values()).map(RotationOutcome::name).collect(Collectors.toUnmodifiableSet());
    private static final String NAME = "name";
    private static final String SPACE = "space";
    private static final String UPDATED = "updated";
    private static final String STATUS = "status";
    private static final String INTERRUPTED_REASON =
            "The run was interrupted or stopped. Pass this report to another run to continue.";
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
                        OUTCOMES,
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

    /** Returns whether a connection can be processed: it has no outcome, and the journal can be written. */
    boolean isToDo(RotationItem item) {
        return journal.isToDo(item.connectionId());
    }

    /** Returns the item of a connection that is not processed: what the interrupted run has recorded, or that it was not started. */
    RotationItem skip(RotationItem item) {
        Optional<JournalEntry> recorded = journal.find(item.connectionId());
        if (recorded.isEmpty()) {
            String reason = journal.failure()
                    .map(failure -> "Not started. " + failure.getMessage())
                    .orElse(INTERRUPTED_REASON);
            return createItem(item, RotationOutcome.PLANNED, 0, reason);
        }
        String outcome = recorded.get().outcome();
        return outcome == null
                ? createItem(item, RotationOutcome.UNKNOWN, 0, ONLY_INTENDED_REASON)
                : restore(item, RotationOutcome.valueOf(outcome), recorded.get());
    }

    /**
     * Rotates the credentials of a connection that has no outcome, unless the interrupted run may have rotated them.
     *
     * @param rotate rotates the credentials; calls its argument before the write request
     * @param settle settles an item that was only intended, given the time of the last change before
     */
    RotationItem run(
            RotationItem item,
            Function<Consumer<DataConnection>, RotationItem> rotate,
            Function<Optional<Instant>, RotationItem> settle) {
        Optional<JournalEntry> intended = journal.find(item.connectionId());
        RotationItem result = intended.isPresent()
                ? settle.apply(intended.get().detail(UPDATED).flatMap(RotationJournal::parseTime))
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
        boolean isRepeatable = item.outcome() == RotationOutcome.FAILED
                && item.cause().filter(RunJournal::isRepeatable).isPresent();
        return new JournalEntry(
                item.connectionId(),
                isRepeatable ? JournalEntry.NOT_STARTED : item.outcome().name(),
                Map.of(STATUS, item.status()));
    }

    private static RotationItem restore(RotationItem item, RotationOutcome outcome, JournalEntry entry) {
        return createItem(
                item,
                outcome,
                entry.details().get(STATUS) instanceof Number status ? status.intValue() : 0,
                outcome == RotationOutcome.ROTATED ? null : NO_REASON);
    }

    private static RotationItem createItem(
            RotationItem item, RotationOutcome outcome, int status, @Nullable String reason) {
        return RotationItem.builder(item.connectionId(), item.name(), outcome)
                .spaceId(item.spaceId().orElse(null))
                .status(status)
                .reason(reason)
                .build();
    }

    /** Parses a time that is only a hint, so a damaged one is ignored. */
    private static Optional<Instant> parseTime(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
