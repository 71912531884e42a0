package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreateResponse;
import io.github.qlikconnections.client.dataconnections.model.ConnectionGet;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations of {@code data-connections.yaml} in own types. Thread-safe. */
public final class DataConnectionsGateway {

    private final WireClient wire;
    private final DataConnectionsApi api;

    /** Over this client. */
    public DataConnectionsGateway(WireClient wire) {
        this.wire = wire;
        this.api = new DataConnectionsApi(wire);
    }

    /** Creates in the space of this id, or in the personal space when it is null. */
    public DataConnection create(Deadline deadline, ConnectionDraft draft, @Nullable String spaceId) {
        String subject = "connection \"" + draft.name() + "\" in " + draft.space();
        Call call = new Call(Operation.CREATE_CONNECTION, subject, deadline, Redactor.of(DraftBody.secrets(draft)));
        JsonNode answer = wire.send(call, () -> api.createDataConnection(DraftBody.of(draft, spaceId)));
        if (answer.has("authUrl")) {
            throw new UnexpectedResponseException(
                    "Could not " + call.describe()
                            + ": the tenant answered with an address for interactive sign-in instead of a connection."
                            + " Nothing was created.",
                    201);
        }
        return created(read(answer, ConnectionCreateResponse.class, call));
    }

    /** Gets by id, with the parsed properties if asked for. */
    public DataConnection get(Deadline deadline, String connectionId, boolean withProperties) {
        String id = PathId.of(connectionId, "connection id");
        Call call = new Call(Operation.GET_CONNECTION, "connection " + id, deadline, Redactor.NONE);
        return connection(wire.send(
                call,
                () -> api.getDataConnection(id, null, null, null, null, null, null, withProperties ? true : null)));
    }

    /** Deletes by id. */
    public void delete(Deadline deadline, String connectionId) {
        String id = PathId.of(connectionId, "connection id");
        Call call = new Call(Operation.DELETE_CONNECTION, "connection " + id, deadline, Redactor.NONE);
        wire.run(call, () -> api.deleteDataConnection(id, null, null));
    }

    private <T> T read(JsonNode answer, Class<T> type, Call call) {
        try {
            return wire.json().treeToValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new UnexpectedResponseException(
                    "Could not read the answer to " + call.describe()
                            + ": it is not the JSON that the API documents. Look whether it was done before you repeat it.",
                    201);
        }
    }

    private static DataConnection created(ConnectionCreateResponse answer) {
        String id = firstPresent(answer.getqID(), answer.getId(), answer.getqEngineObjectID());
        return DataConnection.builder(id, firstPresent(answer.getqName()))
                .dataSourceId(answer.getDatasourceID())
                .spaceId(answer.getSpace())
                .ownerId(answer.getUser())
                .connectorType(answer.getqType())
                .connectStatement(answer.getqConnectStatement())
                .logOn(answer.getqLogOn())
                .qri(answer.getQri())
                .credentialsId(answer.getqCredentialsID())
                .credentialsName(answer.getqCredentialsName())
                .separateCredentials(Boolean.TRUE.equals(answer.getqSeparateCredentials()))
                .created(WireDates.parse(answer.getCreated()))
                .updated(WireDates.parse(answer.getUpdated()))
                .tags(present(answer.getTags()))
                .privileges(present(answer.getPrivileges()))
                .build();
    }

    private DataConnection connection(ConnectionGet answer) {
        String id = firstPresent(answer.getqID(), answer.getId(), answer.getqEngineObjectID());
        String secret = answer.getqConnectionSecret();
        return DataConnection.builder(id, firstPresent(answer.getqName()))
                .dataSourceId(answer.getDatasourceID())
                .spaceId(answer.getSpace())
                .ownerId(answer.getUser())
                .connectorType(answer.getqType())
                .connectStatement(answer.getqConnectStatement())
                .logOn(answer.getqLogOn())
                .qri(answer.getQri())
                .credentialsId(answer.getqCredentialsID())
                .separateCredentials(Boolean.TRUE.equals(answer.getqSeparateCredentials()))
                .connectionSecret(secret == null || secret.isEmpty() ? null : Secret.of(secret))
                .created(WireDates.parse(answer.getCreated()))
                .updated(WireDates.parse(answer.getUpdated()))
                .tags(present(answer.getTags()))
                .privileges(present(answer.getPrivileges()))
                .properties(properties(answer.getConnectionProperties()))
                .build();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> properties(@Nullable JsonNode properties) {
        JsonNode object = properties != null && properties.isTextual() ? parsed(properties.asText()) : properties;
        return object == null || !object.isObject() ? Map.of() : wire.json().convertValue(object, Map.class);
    }

    /** Some answers hold the object as a string. */
    private @Nullable JsonNode parsed(String text) {
        try {
            return wire.json().readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String firstPresent(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    private static List<String> present(@Nullable List<String> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
