package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.bulk.BulkItem;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The bulk actions of {@code data-connections.yaml} in own types. Thread-safe. */
public final class BulkActionsGateway {

    private final ApiClientFactory clients;

    /** Over this client. */
    public BulkActionsGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** Deletes these connections; one item for each id, in its order. */
    public List<BulkItem> delete(Deadline deadline, List<String> ids) {
        BulkDeleteRequest body = new BulkDeleteRequest();
        body.connections = ResponseLists.each(ids, BulkActionsGateway::deletion);
        return items(ids, api(Operation.DELETE_CONNECTIONS, ids, deadline).deleteDataConnections(body));
    }

    /** Moves these connections; an empty space id stands for the personal space of the owner. */
    public List<BulkItem> move(Deadline deadline, List<String> ids, String spaceId, String spaceType) {
        return update(deadline, ids, item -> {
            item.spaceId = spaceId;
            item.spaceType = spaceType;
        });
    }

    /** Gives these connections to a user. */
    public List<BulkItem> changeOwner(Deadline deadline, List<String> ids, String userId) {
        return update(deadline, ids, item -> item.ownerId = userId);
    }

    private List<BulkItem> update(Deadline deadline, List<String> ids, Consumer<BulkUpdateItem> change) {
        BulkUpdateRequest body = new BulkUpdateRequest();
        body.connections = ResponseLists.each(ids, id -> changed(id, change));
        return items(ids, api(Operation.UPDATE_CONNECTIONS, ids, deadline).updateDataConnections(body));
    }

    private static BulkDeleteItem deletion(String id) {
        BulkDeleteItem item = new BulkDeleteItem();
        item.id = id;
        return item;
    }

    private static BulkUpdateItem changed(String id, Consumer<BulkUpdateItem> change) {
        BulkUpdateItem item = new BulkUpdateItem();
        item.id = id;
        change.accept(item);
        return item;
    }

    /** An id that the tenant does not answer for was not done, as far as anybody knows. */
    private static List<BulkItem> items(List<String> ids, BulkResponse answer) {
        Map<String, BulkItem> byId = new HashMap<>();
        for (BulkResult result : ResponseLists.present(answer.data)) {
            if (result.id != null) {
                byId.put(result.id, item(result.id, result));
            }
        }
        return ResponseLists.each(ids, id -> byId.getOrDefault(id, BulkItem.of(id, 0, null)));
    }

    private static BulkItem item(String id, BulkResult result) {
        return BulkItem.of(
                id,
                Objects.requireNonNullElse(result.status, 0),
                result.error == null ? null : ApiErrorMapper.of(result.error));
    }

    private DataConnectionsApi api(Operation operation, List<String> ids, Deadline deadline) {
        return new DataConnectionsApi(clients.forCall(new Call(operation, ids.size() + " connections", deadline)));
    }
}
