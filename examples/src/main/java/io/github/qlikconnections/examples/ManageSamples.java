package io.github.qlikconnections.examples;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.Paged;
import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.SpaceRef;
import java.io.PrintStream;
import java.util.List;

/** How connections are listed, moved and deleted, as {@code docs/guides/list-move-delete.md} shows it. */
final class ManageSamples {

    private ManageSamples() {}

    static void list(DataConnections connections, PrintStream out) {
        ConnectionQuery query = ConnectionQuery.builder()
                .in(SpaceRef.ofName("Finance"))
                .toSource("mssql")
                .sortedBy(ConnectionQuery.SortField.NAME)
                .build();
        Paged<DataConnection> found = connections.list(query);
        for (DataConnection connection : found) {
            out.println(connection.name() + "  " + connection.id());
        }
        found.warnings().forEach(out::println);
    }

    static BulkResult move(DataConnections connections, List<String> ids) {
        return connections.move(ids, SpaceRef.ofName("Archive"));
    }

    static BulkResult changeOwner(DataConnections connections, List<String> ids, String userId) {
        return connections.changeOwner(ids, userId);
    }

    static void delete(DataConnections connections, PrintStream out) {
        ConnectionQuery query =
                ConnectionQuery.builder().in(SpaceRef.ofName("Archive")).build();
        DeletionPreview preview = connections.previewDeletion(query);
        preview.connections().forEach(connection -> out.println("to delete: " + connection.name()));
        try {
            connections.deleteAll(preview);
        } catch (BulkFailureException e) {
            e.result().failed().forEach(out::println);
        }
    }
}
