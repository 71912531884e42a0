package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.qlikconnections.client.datacredentials.api.DataCredentialsApi;
import io.github.qlikconnections.client.datacredentials.api.DataCredentialsApi.GetDataCredentialParams;
import io.github.qlikconnections.client.datacredentials.model.Credential;
import io.github.qlikconnections.client.datacredentials.model.OrphanCredential;
import io.github.qlikconnections.client.datacredentials.model.OrphanFilter;
import io.github.qlikconnections.client.datacredentials.model.PatchOperation;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.DataCredential;
import java.util.List;
import java.util.Objects;

/** The operations of {@code data-credentials.yaml} in own types. Thread-safe. */
public final class DataCredentialsGateway {

    private final ApiClientFactory clients;

    /** Over this client. */
    public DataCredentialsGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** Gets by id. */
    public DataCredential get(Deadline deadline, String credentialsId) {
        String id = PathSegment.of(credentialsId, "credentials id");
        Call call = call(Operation.GET_CREDENTIAL, id, deadline);
        return credential(call, api(call).getDataCredential(id));
    }

    /** Gets by name. */
    public DataCredential getByName(Deadline deadline, String name) {
        String id = PathSegment.of(name, "credentials name");
        Call call = call(Operation.GET_CREDENTIAL, id, deadline);
        return credential(call, api(call).getDataCredential(id, new GetDataCredentialParams().byCredentialName(true)));
    }

    /** Renames by id. */
    public void rename(Deadline deadline, String credentialsId, String newName) {
        String id = PathSegment.of(credentialsId, "credentials id");
        PatchOperation rename = new PatchOperation();
        rename.op = "replace";
        rename.path = WireNames.NAME;
        rename.value = TextNode.valueOf(newName);
        api(Operation.PATCH_CREDENTIAL, id, deadline).patchDataCredential(id, List.of(rename));
    }

    /** Deletes by id. */
    public void delete(Deadline deadline, String credentialsId) {
        String id = PathSegment.of(credentialsId, "credentials id");
        api(Operation.DELETE_CREDENTIAL, id, deadline).deleteDataCredential(id);
    }

    /** The credentials that belong to no connection. */
    public List<DataCredential> orphans(Deadline deadline) {
        Call call = new Call(Operation.LIST_ORPHANS, "", deadline);
        var answer = api(call).filterOrphanDataCredentials(new OrphanFilter());
        return ResponseLists.each(ResponseLists.required(answer.data, call, "data"), DataCredentialsGateway::orphan);
    }

    private static DataCredential credential(Call call, Credential answer) {
        if (answer.qID == null || answer.qID.isBlank()) {
            throw new UnexpectedResponseException(call.failed("the response has no id."), 200);
        }
        return DataCredential.of(
                Objects.requireNonNullElse(answer.qID, ""),
                Objects.requireNonNullElse(answer.qName, ""),
                answer.datasourceID,
                answer.qType,
                null,
                Objects.requireNonNullElse(answer.qConnCount, 0),
                TimestampParser.parse(answer.created),
                TimestampParser.parse(answer.updated));
    }

    private static DataCredential orphan(OrphanCredential answer) {
        return DataCredential.of(
                Objects.requireNonNullElse(answer.qID, ""),
                Objects.requireNonNullElse(answer.qName, ""),
                answer.datasourceID,
                answer.qType,
                answer.user,
                0,
                TimestampParser.parse(answer.created),
                TimestampParser.parse(answer.updated));
    }

    private DataCredentialsApi api(Operation operation, String id, Deadline deadline) {
        return api(call(operation, id, deadline));
    }

    private static Call call(Operation operation, String id, Deadline deadline) {
        return new Call(operation, "credentials \"" + id + "\"", deadline);
    }

    private DataCredentialsApi api(Call call) {
        return new DataCredentialsApi(clients.forCall(call));
    }
}
