package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.Lists.present;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreateResponse;
import io.github.qlikconnections.client.dataconnections.model.ConnectionGet;
import io.github.qlikconnections.model.DataConnection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the two shapes in which the API describes a connection into one. Thread-safe. */
final class ConnectionAnswers {

    private final ObjectMapper json;

    ConnectionAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** The answer of create and duplicate. */
    DataConnection created(ConnectionCreateResponse answer) {
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

    /** An item of a list, or the answer of get by name. */
    DataConnection described(ConnectionGet answer) {
        return described(answer, firstPresent(answer.getqID(), answer.getId(), answer.getqEngineObjectID()));
    }

    /** The answer of get by id: it is that connection, whatever the answer calls it. */
    DataConnection described(ConnectionGet answer, String id) {
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
        return object == null || !object.isObject() ? Map.of() : json.convertValue(object, Map.class);
    }

    /** Some answers hold the object as a string. */
    private @Nullable JsonNode parsed(String text) {
        try {
            return json.readTree(text);
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
}
