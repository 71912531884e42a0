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

/** Calls the bulk actions of {@code data-connections.yaml} and maps them to types of the library. This class is thread-safe. */
public final class BulkActionsGateway {

    private final ApiClientFactory clients;

    /** Creates a gateway that sends its requests with the clients of this factory. */
    public BulkActionsGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** Deletes connections. Returns one item for each id, in the order of the ids. */
    public List<BulkItem> delete(Deadline deadline, List<String> ids) {
        BulkDeleteRequest body = new BulkDeleteRequest();
        body.connections = ResponseLists.map(ids, BulkActionsGateway::deleteItem);
        return toBulkItems(ids, api(Operation.DELETE_CONNECTIONS, ids, deadline).deleteDataConnections(body));
    }

    /** Moves connections to a space. An empty space id denotes the personal space of the owner. */
    public List<BulkItem> move(Deadline deadline, List<String> ids, String spaceId, String spaceType) {
        return update(deadline, ids, item -> {
            item.spaceId = spaceId;
            item.spaceType = spaceType;
        });
    }

    /** Changes the owner of connections. */
    public List<BulkItem> changeOwner(Deadline deadline, List<String> ids, String userId) {
        return update(deadline, ids, item -> item.ownerId = userId);
    }

    private List<BulkItem> update(Deadline deadline, List<String> ids, Consumer<BulkUpdateItem> change) {
        BulkUpdateRequest body = new BulkUpdateRequest();
        body.connections = ResponseLists.map(ids, id -> updateItem(id, change));
        return toBulkItems(ids, api(Operation.UPDATE_CONNECTIONS, ids, deadline).updateDataConnections(body));
    }

    private static BulkDeleteItem deleteItem(String id) {
        BulkDeleteItem item = new BulkDeleteItem();
        item.id = id;
        return item;
    }

    private static BulkUpdateItem updateItem(String id, Consumer<BulkUpdateItem> change) {
        BulkUpdateItem item = new BulkUpdateItem();
        item.id = id;
        change.accept(item);
        return item;
    }

    /** Maps the results by id. An id without a result gets the status 0, because its outcome is unknown. */
    private static List<BulkItem> toBulkItems(List<String> ids, BulkResponse response) {
        Map<String, BulkItem> byId = new HashMap<>();
        for (BulkResult result : ResponseLists.nonNull(response.data)) {
            if (result.id != null) {
                byId.put(result.id, toBulkItem(result.id, result));
            }
        }
        return ResponseLists.map(
                ids, id -> byId.getOrDefault(id, BulkItem.builder(id).build()));
    }

    private static BulkItem toBulkItem(String id, BulkResult result) {
        return BulkItem.builder(id)
                .status(Objects.requireNonNullElse(result.status, 0))
                .error(result.error == null ? null : ApiErrorMapper.toApiError(result.error))
                .additionalMembers(UnmappedMembers.of(result.additionalMembers).toMap())
                .build();
    }

    private DataConnectionsApi api(Operation operation, List<String> ids, Deadline deadline) {
        return new DataConnectionsApi(clients.forCall(new Call(operation, ids.size() + " connections", deadline)));
    }
}
