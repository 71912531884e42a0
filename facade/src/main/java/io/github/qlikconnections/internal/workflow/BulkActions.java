package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.BulkFailureException;
import io.github.qlikconnections.internal.gateway.BulkActionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Pace;
import io.github.qlikconnections.internal.http.RateTier;
import io.github.qlikconnections.model.BulkItem;
import io.github.qlikconnections.model.BulkResult;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.model.SpaceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Acts on many connections by the API's bulk actions, chunk by chunk. Thread-safe. */
final class BulkActions {

    private static final int CHUNK = 100;

    private final BulkActionsGateway gateway;
    private final SpaceDirectory spaces;
    private final Pace pace;
    private final Supplier<Deadline> deadlines;

    BulkActions(BulkActionsGateway gateway, SpaceDirectory spaces, Pace pace, Supplier<Deadline> deadlines) {
        this.pace = pace;
        this.gateway = gateway;
        this.spaces = spaces;
        this.deadlines = deadlines;
    }

    BulkResult move(Collection<String> ids, SpaceRef space) {
        if (space.isPersonal()) {
            return inChunks("move", ids, (deadline, chunk) -> gateway.move(deadline, chunk, "", "personal"));
        }
        Space target = spaces.require(deadlines.get(), space);
        return inChunks(
                "move",
                ids,
                (deadline, chunk) ->
                        gateway.move(deadline, chunk, target.id(), target.type().orElse("shared")));
    }

    BulkResult changeOwner(Collection<String> ids, String userId) {
        return inChunks("give away", ids, (deadline, chunk) -> gateway.changeOwner(deadline, chunk, userId));
    }

    BulkResult delete(Collection<String> ids) {
        return inChunks("delete", ids, gateway::delete);
    }

    private BulkResult inChunks(
            String what, Collection<String> ids, BiFunction<Deadline, List<String>, List<BulkItem>> action) {
        List<String> distinct = ids.stream().distinct().toList();
        List<BulkItem> items = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            List<String> chunk = distinct.subList(from, Math.min(from + CHUNK, distinct.size()));
            pace.acquire(RateTier.WRITE, deadlines.get());
            items.addAll(action.apply(deadlines.get(), chunk));
        }
        BulkResult result = BulkResult.of(items);
        if (!result.failed().isEmpty()) {
            throw new BulkFailureException(what, result);
        }
        return result;
    }
}
