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
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.DataCredential;
import java.util.List;
import java.util.Objects;

/** Calls the operations of {@code data-credentials.yaml} and maps them to types of the library. This class is thread-safe. */
public final class DataCredentialsGateway {

    private final ApiClientFactory clients;

    /** Creates a gateway that sends its requests with the clients of this factory. */
    public DataCredentialsGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** Returns credentials by id. */
    public DataCredential get(Deadline deadline, String credentialsId) {
        String id = PathSegment.requireValid(credentialsId, "credentials id");
        Call call = call(Operation.GET_CREDENTIAL, id, deadline);
        return toCredential(call, api(call).getDataCredential(id));
    }

    /** Returns credentials by name. */
    public DataCredential getByName(Deadline deadline, String name) {
        String id = PathSegment.requireValid(name, "credentials name");
        Call call = call(Operation.GET_CREDENTIAL, id, deadline);
        return toCredential(
                call, api(call).getDataCredential(id, new GetDataCredentialParams().byCredentialName(true)));
    }

    /** Renames credentials by id. */
    public void rename(Deadline deadline, String credentialsId, String newName) {
        String id = PathSegment.requireValid(credentialsId, "credentials id");
        PatchOperation rename = new PatchOperation();
        rename.op = "replace";
        rename.path = WireNames.NAME;
        rename.value = TextNode.valueOf(newName);
        api(Operation.PATCH_CREDENTIAL, id, deadline).patchDataCredential(id, List.of(rename));
    }

    /** Deletes credentials by id. */
    public void delete(Deadline deadline, String credentialsId) {
        String id = PathSegment.requireValid(credentialsId, "credentials id");
        api(Operation.DELETE_CREDENTIAL, id, deadline).deleteDataCredential(id);
    }

    /** Returns the credentials that belong to no connection. */
    public List<DataCredential> orphans(Deadline deadline) {
        Call call = new Call(Operation.LIST_ORPHANS, "", deadline);
        var response = api(call).filterOrphanDataCredentials(new OrphanFilter());
        return ResponseLists.map(ResponseLists.required(response.data, call, "data"), DataCredentialsGateway::toOrphan);
    }

    private static DataCredential toCredential(Call call, Credential response) {
        if (response.qID == null || response.qID.isBlank()) {
            throw new UnexpectedResponseException(call.failureMessage("the response has no id."), 200);
        }
        return DataCredential.builder(
                        Objects.requireNonNullElse(response.qID, ""), Objects.requireNonNullElse(response.qName, ""))
                .dataSourceId(response.datasourceID)
                .connectorType(response.qType)
                .connectionCount(Objects.requireNonNullElse(response.qConnCount, 0))
                .created(TimestampParser.parse(response.created))
                .updated(TimestampParser.parse(response.updated))
                .additionalMembers(UnmappedMembers.of(response.additionalMembers)
                        .with("qSeparated", response.qSeparated)
                        .with(WireMembers.CONNECTION_ID, response.connectionId)
                        .with("qReferenceKey", response.qReferenceKey)
                        .toMap())
                .build();
    }

    private static DataCredential toOrphan(OrphanCredential response) {
        return DataCredential.builder(
                        Objects.requireNonNullElse(response.qID, ""), Objects.requireNonNullElse(response.qName, ""))
                .dataSourceId(response.datasourceID)
                .connectorType(response.qType)
                .ownerId(response.user)
                .created(TimestampParser.parse(response.created))
                .updated(TimestampParser.parse(response.updated))
                .additionalMembers(UnmappedMembers.of(response.additionalMembers)
                        .with("tenant", response.tenant)
                        .toMap())
                .build();
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
