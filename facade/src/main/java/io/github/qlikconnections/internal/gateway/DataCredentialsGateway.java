package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.Lists.present;

import io.github.qlikconnections.client.datacredentials.api.DataCredentialsApi;
import io.github.qlikconnections.client.datacredentials.model.Credential;
import io.github.qlikconnections.client.datacredentials.model.OrphanCredential;
import io.github.qlikconnections.client.datacredentials.model.OrphanFilter;
import io.github.qlikconnections.client.datacredentials.model.PatchOperation;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.model.DataCredential;
import java.util.List;
import java.util.Objects;

/** The operations of {@code data-credentials.yaml} in own types. Thread-safe. */
public final class DataCredentialsGateway {

    private final WireClient wire;
    private final DataCredentialsApi api;

    /** Over this client. */
    public DataCredentialsGateway(WireClient wire) {
        this.wire = wire;
        this.api = new DataCredentialsApi(wire);
    }

    /** Gets by id. */
    public DataCredential get(Deadline deadline, String credentialsId) {
        String id = PathId.of(credentialsId, "credentials id");
        return credential(
                wire.send(call(Operation.GET_CREDENTIAL, id, deadline), () -> api.getDataCredential(id, null)));
    }

    /** Gets by name. */
    public DataCredential getByName(Deadline deadline, String name) {
        String id = PathId.of(name, "credentials name");
        return credential(
                wire.send(call(Operation.GET_CREDENTIAL, id, deadline), () -> api.getDataCredential(id, true)));
    }

    /** Renames by id. */
    public void rename(Deadline deadline, String credentialsId, String newName) {
        String id = PathId.of(credentialsId, "credentials id");
        PatchOperation rename = new PatchOperation()
                .op(PatchOperation.OpEnum.REPLACE)
                .path("/qName")
                .value(JsonValues.node(newName));
        wire.run(
                call(Operation.PATCH_CREDENTIAL, id, deadline),
                () -> api.patchDataCredential(id, List.of(rename), null));
    }

    /** Deletes by id. */
    public void delete(Deadline deadline, String credentialsId) {
        String id = PathId.of(credentialsId, "credentials id");
        wire.run(call(Operation.DELETE_CREDENTIAL, id, deadline), () -> api.deleteDataCredential(id, null));
    }

    /** The credentials that belong to no connection. */
    public List<DataCredential> orphans(Deadline deadline) {
        Call call = new Call(Operation.LIST_ORPHANS, "", deadline, Redactor.NONE);
        return present(wire.send(call, () -> api.filterOrphanDataCredentials(new OrphanFilter()))
                        .getData())
                .stream()
                .map(DataCredentialsGateway::orphan)
                .toList();
    }

    private static Call call(Operation operation, String id, Deadline deadline) {
        return new Call(operation, "credentials \"" + id + "\"", deadline, Redactor.NONE);
    }

    private static DataCredential credential(Credential answer) {
        return DataCredential.of(
                Objects.requireNonNullElse(answer.getqID(), ""),
                Objects.requireNonNullElse(answer.getqName(), ""),
                answer.getDatasourceID(),
                answer.getqType(),
                null,
                Objects.requireNonNullElse(answer.getqConnCount(), 0),
                WireDates.parse(answer.getCreated()),
                WireDates.parse(answer.getUpdated()));
    }

    private static DataCredential orphan(OrphanCredential answer) {
        return DataCredential.of(
                Objects.requireNonNullElse(answer.getqID(), ""),
                Objects.requireNonNullElse(answer.getqName(), ""),
                answer.getDatasourceID(),
                answer.getqType(),
                answer.getUser(),
                0,
                WireDates.parse(answer.getCreated()),
                WireDates.parse(answer.getUpdated()));
    }
}
