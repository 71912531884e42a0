package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOptions;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.model.SpaceRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves, transfers and deletes many connections with the bulk actions of the API, in chunks. If the outcome of a chunk is unknown, its
 * connections are read. The run continues if every outcome could be determined. This class is thread-safe.
 */
final class BulkActionWorkflow {

    private static final int CHUNK_SIZE = 100;
    private static final String SHARED = "shared";

    private final BulkActionsGateway gateway;
    private final DefaultSpaces spaces;
    private final SpaceErrorClassifier spaceErrors;
    private final UnknownOutcomeResolver outcomeResolver;
    private final BulkItemReporter itemReporter;
    private final String tenant;
    private final Supplier<Deadline> deadlines;

    BulkActionWorkflow(
            BulkActionsGateway gateway,
            DataConnectionsGateway connections,
            DefaultSpaces spaces,
            BulkItemReporter itemReporter,
            String tenant,
            Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.spaces = spaces;
        this.spaceErrors = new SpaceErrorClassifier(spaces);
        this.outcomeResolver = new UnknownOutcomeResolver(connections);
        this.itemReporter = itemReporter;
        this.tenant = tenant;
        this.deadlines = deadlines;
    }

    BulkResult move(Collection<String> ids, SpaceRef space, BulkOptions options) {
        try (RunJournal journal = RunJournal.open(options.journal().orElse(null))) {
            Target target = findTarget(deadlines.get(), space);
            return runInChunks(
                    "move",
                    ids,
                    new BulkActionJournal(
                            journal, new RunIdentity("move", tenant, List.of(sort(ids), space.toString()))),
                    new StopCondition(options.stopWhen()),
                    (deadline, chunk) -> gateway.move(deadline, chunk, target.id(), target.type()),
                    connection -> connection.isPresent()
                            && connection.get().spaceId().orElse("").equals(target.id()));
        }
    }

    private Target findTarget(Deadline deadline, SpaceRef space) {
        if (space.isPersonal()) {
            return new Target("", "personal");
        }
        Optional<String> spaceId = space.id();
        try {
            Space found = spaceErrors.sendAndExplain(
                    deadline, spaceId.orElse(null), "move the connections", () -> spaces.getRequired(deadline, space));
            return new Target(found.id(), found.type().orElse(SHARED));
        } catch (PermissionDeniedException e) {
            // The caller may still have the permission to move, so the tenant decides.
            return new Target(spaceId.orElseThrow(() -> e), SHARED);
        }
    }

    /** The id and the type of a space, which the API requires together. */
    private record Target(String id, String type) {}

    BulkResult changeOwner(Collection<String> ids, @Nullable String userId, BulkOptions options) {
        if (userId == null || userId.isBlank()) {
            // The API treats a missing owner as "no change" and reports success.
            throw new IllegalArgumentException("userId must not be null or blank: give the id of the new owner.");
        }
        try (RunJournal journal = RunJournal.open(options.journal().orElse(null))) {
            return runInChunks(
                    "change the owner of",
                    ids,
                    new BulkActionJournal(journal, new RunIdentity("changeOwner", tenant, List.of(sort(ids), userId))),
                    new StopCondition(options.stopWhen()),
                    (deadline, chunk) -> gateway.changeOwner(deadline, chunk, userId),
                    connection -> connection.flatMap(DataConnection::ownerId).equals(Optional.of(userId)));
        }
    }

    BulkResult delete(Collection<String> ids, BulkOptions options) {
        try (RunJournal journal = RunJournal.open(options.journal().orElse(null))) {
            return runInChunks(
                    "delete",
                    ids,
                    new BulkActionJournal(journal, new RunIdentity("deleteAll", tenant, sort(ids))),
                    new StopCondition(options.stopWhen()),
                    gateway::delete,
                    Optional::isEmpty);
        }
    }

    /** Sorts the ids for a journal: the caller may have a set, whose order differs in the next process. */
    private static List<String> sort(Collection<String> ids) {
        return ids.stream().distinct().sorted().toList();
    }

    private BulkResult runInChunks(
            String action,
            Collection<String> ids,
            BulkActionJournal journal,
            StopCondition stop,
            ChunkAction request,
            Predicate<Optional<DataConnection>> isDone) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A connection id must not be blank. Take the ids from a list.");
        }
        Map<String, BulkItem> items = new HashMap<>();
        addAll(
                items,
                journal.begin(
                        distinct,
                        unknown -> stop.isMet() ? unknown : outcomeResolver.resolve(deadlines.get(), unknown, isDone)));
        List<String> remaining =
                distinct.stream().filter(id -> !items.containsKey(id)).toList();
        QlikException failure = null;
        while (!remaining.isEmpty() && isOutcomeKnown(items) && journal.isWritable() && !stop.isMet()) {
            List<String> chunk = remaining.subList(0, Math.min(CHUNK_SIZE, remaining.size()));
            List<BulkItem> results;
            try {
                journal.recordIntended(chunk);
                results = request.send(deadlines.get(), chunk);
            } catch (QlikException e) {
                failure = e;
                if (!e.outcomeUnknown()) {
                    journal.recordRejected(chunk);
                    if (!(e instanceof JournalException)) {
                        if (items.isEmpty()) {
                            throw e;
                        }
                        List<BulkItem> rejected = createItems(chunk, BulkOutcome.FAILED);
                        rejected.forEach(itemReporter::report);
                        addAll(items, rejected);
                    }
                    break;
                }
                results = createItems(chunk, BulkOutcome.UNKNOWN);
            }
            List<BulkItem> resolved = outcomeResolver.resolve(deadlines.get(), results, isDone);
            journal.recordOutcomes(resolved);
            resolved.forEach(itemReporter::report);
            addAll(items, resolved);
            remaining = remaining.subList(chunk.size(), remaining.size());
        }
        BulkResult result = BulkResult.of(distinct.stream()
                .map(id -> items.getOrDefault(id, BulkItem.withoutResponse(id, BulkOutcome.NOT_STARTED)))
                .toList());
        if (!result.failed().isEmpty()) {
            throw new BulkFailureException(action, result, failure == null ? journal.failure() : failure);
        }
        return result;
    }

    private static void addAll(Map<String, BulkItem> items, List<BulkItem> further) {
        further.forEach(item -> items.put(item.connectionId(), item));
    }

    private static boolean isOutcomeKnown(Map<String, BulkItem> items) {
        return items.values().stream().noneMatch(item -> item.outcome() == BulkOutcome.UNKNOWN);
    }

    private static List<BulkItem> createItems(List<String> ids, BulkOutcome outcome) {
        return ids.stream().map(id -> BulkItem.withoutResponse(id, outcome)).toList();
    }

    /** Sends one bulk action for the connections with these ids. */
    @FunctionalInterface
    private interface ChunkAction {

        List<BulkItem> send(Deadline deadline, List<String> ids);
    }
}
