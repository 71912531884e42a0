package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.UpdateResult;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.nio.file.Path;
import java.util.function.Function;

/** Copies a connection, and changes it by the body of a patch request, as {@code docs/guides/copy-connections.md} shows it. */
public final class CopyConnection {

    private CopyConnection() {}

    /**
     * Copies a connection to another tenant.
     *
     * @param source the client of the tenant that has the connection
     * @param target the client of the tenant that gets the copy
     * @param id the id of the connection, a UUID
     * @param vault returns a credential by the name of its property
     * @return what was done
     */
    public static EnsureResult copy(QlikClient source, QlikClient target, String id, Function<String, Secret> vault) {
        DataConnection connection = source.dataConnections().getWithProperties(id);
        ConnectionSpec spec =
                target.dataSources().spec(connection.dataSourceId().orElseThrow());

        ConnectionDraft copy = ConnectionDraft.from(connection, spec);
        ConnectionDraft.Builder draft = copy.toBuilder().inSpaceNamed("Finance");
        copy.missingSecrets().forEach(name -> draft.secret(name, vault.apply(name)));
        return target.dataConnections().ensure(draft.build());
    }

    /**
     * Changes a connection as a file describes it.
     *
     * @param qlik the client
     * @param id the id of the connection, a UUID
     * @param file the body of a patch request, an array of operations
     * @return what was changed
     */
    public static UpdateResult patch(QlikClient qlik, String id, Path file) {
        return qlik.dataConnections().update(id, ConnectionPatch.fromJson(file));
    }
}
