package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.model.SpaceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Acts on many connections by the API's bulk actions, chunk by chunk. A chunk whose answer is lost is looked at; the run goes on
 * when all of it could be told. Thread-safe.
 */
final class BulkActionWorkflow {

    private static final int CHUNK = 100;

    private final BulkActionsGateway gateway;
    private final DefaultSpaces spaces;
    private final UnknownOutcomeResolver lostAnswers;
    private final Supplier<Deadline> deadlines;

    BulkActionWorkflow(
            BulkActionsGateway gateway,
            DataConnectionsGateway connections,
            DefaultSpaces spaces,
            Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.spaces = spaces;
        this.lostAnswers = new UnknownOutcomeResolver(connections);
        this.deadlines = deadlines;
    }

    BulkResult move(Collection<String> ids, SpaceRef space) {
        Space target = space.isPersonal() ? null : spaces.require(deadlines.get(), space);
        String id = target == null ? "" : target.id();
        String type = target == null ? "personal" : target.type().orElse("shared");
        return inChunks(
                "move",
                ids,
                (deadline, chunk) -> gateway.move(deadline, chunk, id, type),
                held -> held.isPresent() && held.get().spaceId().orElse("").equals(id));
    }

    BulkResult changeOwner(Collection<String> ids, @Nullable String userId) {
        if (userId == null || userId.isBlank()) {
            // The API takes an absent owner for "no change" and reports success.
            throw new IllegalArgumentException("userId must not be null or blank: give the id of the new owner.");
        }
        return inChunks(
                "change the owner of",
                ids,
                (deadline, chunk) -> gateway.changeOwner(deadline, chunk, userId),
                held -> held.flatMap(DataConnection::ownerId).equals(Optional.of(userId)));
    }

    BulkResult delete(Collection<String> ids) {
        return inChunks("delete", ids, gateway::delete, Optional::isEmpty);
    }

    private BulkResult inChunks(
            String what,
            Collection<String> ids,
            ChunkAction action,
            Predicate<Optional<DataConnection>> done) {
        List<String> open = ids.stream().distinct().toList();
        if (open.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A connection id must not be blank. Take the ids from a list.");
        }
        List<BulkItem> items = new ArrayList<>();
        QlikException failure = null;
        boolean told = true;
        while (!open.isEmpty() && told) {
            List<String> chunk = open.subList(0, Math.min(CHUNK, open.size()));
            List<BulkItem> answered;
            try {
                answered = action.send(deadlines.get(), chunk);
            } catch (QlikException e) {
                if (!e.outcomeUnknown() && items.isEmpty()) {
                    throw e;
                }
                failure = e;
                if (!e.outcomeUnknown()) {
                    break;
                }
                answered = unanswered(chunk, BulkOutcome.UNKNOWN);
            }
            List<BulkItem> settled = lostAnswers.settle(deadlines.get(), answered, done);
            told = settled.stream().noneMatch(item -> item.outcome() == BulkOutcome.UNKNOWN);
            items.addAll(settled);
            open = open.subList(chunk.size(), open.size());
        }
        // What was never sent was not done.
        items.addAll(unanswered(open, BulkOutcome.FAILED));
        BulkResult result = BulkResult.of(items);
        if (!result.failed().isEmpty()) {
            throw new BulkFailureException(what, result, failure);
        }
        return result;
    }

    private static List<BulkItem> unanswered(List<String> ids, BulkOutcome outcome) {
        return ids.stream().map(id -> BulkItem.unanswered(id, outcome)).toList();
    }

    /** Sends one bulk action for the connections of these ids. */
    @FunctionalInterface
    private interface ChunkAction {

        List<BulkItem> send(Deadline deadline, List<String> ids);
    }
}
