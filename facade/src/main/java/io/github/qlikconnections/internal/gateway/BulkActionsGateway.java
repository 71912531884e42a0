package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.Lists.present;

import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi;
import io.github.qlikconnections.client.dataconnections.model.BulkDeleteItem;
import io.github.qlikconnections.client.dataconnections.model.BulkDeleteRequest;
import io.github.qlikconnections.client.dataconnections.model.BulkResponse;
import io.github.qlikconnections.client.dataconnections.model.BulkResult;
import io.github.qlikconnections.client.dataconnections.model.BulkUpdateItem;
import io.github.qlikconnections.client.dataconnections.model.BulkUpdateRequest;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.model.BulkItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bulk actions of {@code data-connections.yaml} in own types. Thread-safe. */
public final class BulkActionsGateway {

    private final WireClient wire;
    private final DataConnectionsApi api;

    /** Over this client. */
    public BulkActionsGateway(WireClient wire) {
        this.wire = wire;
        this.api = new DataConnectionsApi(wire);
    }

    /** Deletes these connections; one item for each id, in its order. */
    public List<BulkItem> delete(Deadline deadline, List<String> ids) {
        BulkDeleteRequest body = new BulkDeleteRequest();
        body.setConnections(ids.stream().map(id -> new BulkDeleteItem().id(id)).toList());
        Call call = call(Operation.DELETE_CONNECTIONS, ids, deadline);
        return items(ids, wire.send(call, () -> api.deleteDataConnections(body)));
    }

    /** Moves these connections; an empty space id stands for the personal space of the owner. */
    public List<BulkItem> move(Deadline deadline, List<String> ids, String spaceId, String spaceType) {
        return update(
                deadline,
                ids,
                id -> new BulkUpdateItem().id(id).spaceId(spaceId).spaceType(spaceType));
    }

    /** Gives these connections to a user. */
    public List<BulkItem> changeOwner(Deadline deadline, List<String> ids, String userId) {
        return update(deadline, ids, id -> new BulkUpdateItem().id(id).ownerId(userId));
    }

    private List<BulkItem> update(
            Deadline deadline, List<String> ids, java.util.function.Function<String, BulkUpdateItem> change) {
        BulkUpdateRequest body = new BulkUpdateRequest();
        body.setConnections(ids.stream().map(change).toList());
        Call call = call(Operation.UPDATE_CONNECTIONS, ids, deadline);
        return items(ids, wire.send(call, () -> api.updateDataConnections(body)));
    }

    private static Call call(Operation operation, List<String> ids, Deadline deadline) {
        return new Call(operation, ids.size() + " connections", deadline, Redactor.NONE);
    }

    /** An id that the tenant does not answer for was not done, as far as anybody knows. */
    private static List<BulkItem> items(List<String> ids, BulkResponse answer) {
        Map<String, BulkResult> byId = new LinkedHashMap<>();
        for (BulkResult result : present(answer.getData())) {
            if (result.getId() != null) {
                byId.put(result.getId(), result);
            }
        }
        return ids.stream().map(id -> item(id, byId.get(id))).toList();
    }

    private static BulkItem item(String id, @Nullable BulkResult result) {
        return result == null
                ? BulkItem.of(id, 0, null)
                : BulkItem.of(
                        id,
                        Objects.requireNonNullElse(result.getStatus(), 0),
                        WireErrors.ofNullable(result.getError()));
    }
}
