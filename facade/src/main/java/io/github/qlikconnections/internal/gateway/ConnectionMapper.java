package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.ResponseLists.nonNull;

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

/** Maps the two response schemas of a connection to {@link DataConnection}. This class is thread-safe. */
final class ConnectionMapper {

    private final ObjectMapper json;

    ConnectionMapper(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Maps the response to a create or duplicate request.
     *
     * @throws UnexpectedResponseException if it has no id; the connection may have been created nevertheless
     */
    DataConnection fromCreateResponse(CreateResponse response, Call call) {
        String id = firstPresent(response.qID, response.id, response.qEngineObjectID);
        if (id.isBlank()) {
            throw new UnexpectedResponseException(
                    call.failureMessage(
                            "the response has no id. The connection may have been created: look for it by its name "
                                    + "before you repeat the request."),
                    201,
                    true);
        }
        return DataConnection.builder(id, Objects.requireNonNullElse(response.qName, ""))
                .dataSourceId(response.datasourceID)
                .spaceId(response.space)
                .ownerId(response.user)
                .connectorType(response.qType)
                .connectStatement(response.qConnectStatement)
                .logOn(response.qLogOn)
                .qri(response.qri)
                .tenantId(response.tenant)
                .version(response.version)
                .credentialsId(response.qCredentialsID)
                .credentialsName(response.qCredentialsName)
                .separateCredentials(Boolean.TRUE.equals(response.qSeparateCredentials))
                .created(TimestampParser.parse(response.created))
                .updated(TimestampParser.parse(response.updated))
                .tags(tags(response.tags))
                .architecture(response.qArchitecture)
                .privileges(nonNull(response.privileges))
                .additionalMembers(UnmappedMembers.of(response.additionalMembers)
                        .with("qReferenceKey", response.qReferenceKey)
                        .toMap())
                .build();
    }

    /** Maps an item of a list, or the response to a request by name. */
    DataConnection fromGetResponse(ConnectionGet response) {
        return fromGetResponse(response, firstPresent(response.qID, response.id, response.qEngineObjectID));
    }

    /** Maps the response to a request by id. The requested id is used, regardless of the ids in the response. */
    DataConnection fromGetResponse(ConnectionGet response, String id) {
        return DataConnection.builder(id, Objects.requireNonNullElse(response.qName, ""))
                .dataSourceId(response.datasourceID)
                .spaceId(response.space)
                .ownerId(response.user)
                .connectorType(response.qType)
                .connectStatement(response.qConnectStatement)
                .logOn(response.qLogOn)
                .qri(response.qri)
                .tenantId(response.tenant)
                .version(response.version)
                .credentialsId(response.qCredentialsID)
                .separateCredentials(Boolean.TRUE.equals(response.qSeparateCredentials))
                .connectionSecret(secret(response.qConnectionSecret))
                .created(TimestampParser.parse(response.created))
                .updated(TimestampParser.parse(response.updated))
                .tags(tags(response.tags))
                .architecture(response.qArchitecture)
                .privileges(nonNull(response.privileges))
                .properties(properties(response.connectionProperties))
                .additionalMembers(
                        UnmappedMembers.of(response.additionalMembers).toMap())
                .build();
    }

    /** Returns null if the response has no usable tags, which differs from an empty list. */
    private static @Nullable List<String> tags(@Nullable List<String> tags) {
        return tags == null ? null : nonNull(tags);
    }

    private static @Nullable Secret secret(@Nullable Object text) {
        return text instanceof String secret && !secret.isEmpty() ? Secret.of(secret) : null;
    }

    /** Returns null if the response has no usable properties. */
    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Object> properties(@Nullable JsonNode properties) {
        JsonNode object = properties != null && properties.isTextual() ? parse(properties.asText()) : properties;
        return object == null || !object.isObject() ? null : json.convertValue(object, Map.class);
    }

    /** Parses an object that the response contains as a string. */
    private @Nullable JsonNode parse(String text) {
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
