package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.error.PermissionDeniedException;
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
    private final Supplier<Deadline> deadlines;

    BulkActionWorkflow(
            BulkActionsGateway gateway,
            DataConnectionsGateway connections,
            DefaultSpaces spaces,
            Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.spaces = spaces;
        this.spaceErrors = new SpaceErrorClassifier(spaces);
        this.outcomeResolver = new UnknownOutcomeResolver(connections);
        this.deadlines = deadlines;
    }

    BulkResult move(Collection<String> ids, SpaceRef space) {
        Target target = findTarget(deadlines.get(), space);
        return runInChunks(
                "move",
                ids,
                (deadline, chunk) -> gateway.move(deadline, chunk, target.id(), target.type()),
                connection -> connection.isPresent()
                        && connection.get().spaceId().orElse("").equals(target.id()));
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

    BulkResult changeOwner(Collection<String> ids, @Nullable String userId) {
        if (userId == null || userId.isBlank()) {
            // The API treats a missing owner as "no change" and reports success.
            throw new IllegalArgumentException("userId must not be null or blank: give the id of the new owner.");
        }
        return runInChunks(
                "change the owner of",
                ids,
                (deadline, chunk) -> gateway.changeOwner(deadline, chunk, userId),
                connection -> connection.flatMap(DataConnection::ownerId).equals(Optional.of(userId)));
    }

    BulkResult delete(Collection<String> ids) {
        return runInChunks("delete", ids, gateway::delete, Optional::isEmpty);
    }

    private BulkResult runInChunks(
            String action, Collection<String> ids, ChunkAction request, Predicate<Optional<DataConnection>> isDone) {
        List<String> remaining = ids.stream().distinct().toList();
        if (remaining.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A connection id must not be blank. Take the ids from a list.");
        }
        List<BulkItem> items = new ArrayList<>();
        QlikException failure = null;
        boolean isOutcomeKnown = true;
        while (!remaining.isEmpty() && isOutcomeKnown) {
            List<String> chunk = remaining.subList(0, Math.min(CHUNK_SIZE, remaining.size()));
            List<BulkItem> results;
            try {
                results = request.send(deadlines.get(), chunk);
            } catch (QlikException e) {
                if (!e.outcomeUnknown() && items.isEmpty()) {
                    throw e;
                }
                failure = e;
                if (!e.outcomeUnknown()) {
                    break;
                }
                results = createItems(chunk, BulkOutcome.UNKNOWN);
            }
            List<BulkItem> resolved = outcomeResolver.resolve(deadlines.get(), results, isDone);
            isOutcomeKnown = resolved.stream().noneMatch(item -> item.outcome() == BulkOutcome.UNKNOWN);
            items.addAll(resolved);
            remaining = remaining.subList(chunk.size(), remaining.size());
        }
        // The remaining connections were not sent, so their action was not done.
        items.addAll(createItems(remaining, BulkOutcome.FAILED));
        BulkResult result = BulkResult.of(items);
        if (!result.failed().isEmpty()) {
            throw new BulkFailureException(action, result, failure);
        }
        return result;
    }

    private static List<BulkItem> createItems(List<String> ids, BulkOutcome outcome) {
        return ids.stream().map(id -> BulkItem.withoutResponse(id, outcome)).toList();
    }

    /** Sends one bulk action for the connections with the spaceId ids. */
    @FunctionalInterface
    private interface ChunkAction {

        List<BulkItem> send(Deadline deadline, List<String> ids);
    }
}
