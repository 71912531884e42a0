package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.DataConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Determines the unknown outcomes of a bulk action by reading the connections. This class is thread-safe. */
final class UnknownOutcomeResolver {

    private final DataConnectionsGateway gateway;

    UnknownOutcomeResolver(DataConnectionsGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns the items with the unknown outcomes replaced. Stops after the first connection that cannot be read.
     *
     * @param isDone whether the action was done, given the connection or empty if it no longer exists
     */
    List<BulkItem> resolve(Deadline deadline, List<BulkItem> items, Predicate<Optional<DataConnection>> isDone) {
        List<BulkItem> results = new ArrayList<>();
        boolean canRead = true;
        for (BulkItem item : items) {
            BulkItem result = canRead && item.outcome() == BulkOutcome.UNKNOWN
                    ? resolveItem(deadline, item.connectionId(), isDone)
                    : item;
            // After one failure the next read would probably fail too, and each may take until its deadline.
            canRead = canRead && result.outcome() != BulkOutcome.UNKNOWN;
            results.add(result);
        }
        return results;
    }

    private BulkItem resolveItem(Deadline deadline, String connectionId, Predicate<Optional<DataConnection>> isDone) {
        try {
            boolean isActionDone = isDone.test(find(deadline, connectionId));
            return BulkItem.withoutResponse(connectionId, isActionDone ? BulkOutcome.DONE : BulkOutcome.FAILED);
        } catch (QlikException | IllegalArgumentException e) {
            return BulkItem.withoutResponse(connectionId, BulkOutcome.UNKNOWN);
        }
    }

    private Optional<DataConnection> find(Deadline deadline, String connectionId) {
        try {
            return Optional.of(gateway.get(deadline, connectionId, false));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
