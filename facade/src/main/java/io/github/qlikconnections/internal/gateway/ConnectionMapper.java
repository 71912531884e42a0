package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.ResponseLists.present;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.ConnectionGet;
import io.github.qlikconnections.client.dataconnections.model.CreateResponse;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.model.DataConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the two shapes in which the API describes a connection into one. Thread-safe. */
final class ConnectionMapper {

    private final ObjectMapper json;

    ConnectionMapper(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer of create and duplicate.
     *
     * @throws UnexpectedResponseException if it has no id: the connection may be there all the same
     */
    DataConnection created(CreateResponse answer, Call call) {
        String id = firstPresent(answer.qID, answer.id, answer.qEngineObjectID);
        if (id.isBlank()) {
            throw new UnexpectedResponseException(
                    call.failed("the response has no id. The connection may have been created: look for it by its name "
                            + "before you repeat the request."),
                    201,
                    true);
        }
        return DataConnection.builder(id, Objects.requireNonNullElse(answer.qName, ""))
                .dataSourceId(answer.datasourceID)
                .spaceId(answer.space)
                .ownerId(answer.user)
                .connectorType(answer.qType)
                .connectStatement(answer.qConnectStatement)
                .logOn(answer.qLogOn)
                .qri(answer.qri)
                .credentialsId(answer.qCredentialsID)
                .credentialsName(answer.qCredentialsName)
                .separateCredentials(Boolean.TRUE.equals(answer.qSeparateCredentials))
                .created(TimestampParser.parse(answer.created))
                .updated(TimestampParser.parse(answer.updated))
                .tags(tags(answer.tags))
                .architecture(answer.qArchitecture)
                .privileges(present(answer.privileges))
                .build();
    }

    /** An item of a list, or the answer of get by name. */
    DataConnection described(ConnectionGet answer) {
        return described(answer, firstPresent(answer.qID, answer.id, answer.qEngineObjectID));
    }

    /** The answer of get by id: it is that connection, whatever the answer calls it. */
    DataConnection described(ConnectionGet answer, String id) {
        return DataConnection.builder(id, Objects.requireNonNullElse(answer.qName, ""))
                .dataSourceId(answer.datasourceID)
                .spaceId(answer.space)
                .ownerId(answer.user)
                .connectorType(answer.qType)
                .connectStatement(answer.qConnectStatement)
                .logOn(answer.qLogOn)
                .qri(answer.qri)
                .credentialsId(answer.qCredentialsID)
                .separateCredentials(Boolean.TRUE.equals(answer.qSeparateCredentials))
                .connectionSecret(secret(answer.qConnectionSecret))
                .created(TimestampParser.parse(answer.created))
                .updated(TimestampParser.parse(answer.updated))
                .tags(tags(answer.tags))
                .architecture(answer.qArchitecture)
                .privileges(present(answer.privileges))
                .properties(properties(answer.connectionProperties))
                .build();
    }

    /** Null where the answer has no usable tags: that is no empty list. */
    private static @Nullable List<String> tags(@Nullable List<String> tags) {
        return tags == null ? null : present(tags);
    }

    private static @Nullable Secret secret(@Nullable Object text) {
        return text instanceof String secret && !secret.isEmpty() ? Secret.of(secret) : null;
    }

    /** Null where the answer has no usable properties. */
    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Object> properties(@Nullable JsonNode properties) {
        JsonNode object = properties != null && properties.isTextual() ? parsed(properties.asText()) : properties;
        return object == null || !object.isObject() ? null : json.convertValue(object, Map.class);
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
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return "";
    }
}
