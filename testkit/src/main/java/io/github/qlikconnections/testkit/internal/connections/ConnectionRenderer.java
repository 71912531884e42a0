package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Timestamps;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import java.util.List;

/** Creates the JSON of a connection for the different operations, which differ in details. */
final class ConnectionRenderer {

    static final String ROOT = "/api/v1/data-connections";

    private final ConnectionAccess access;
    private final CredentialStore credentials;
    private final PropertyTransforms forms;
    private final Links links;
    private final String tenantId;
    private final boolean tagsInReads;

    ConnectionRenderer(
            ConnectionAccess access,
            CredentialStore credentials,
            PropertyTransforms forms,
            Links links,
            String tenantId,
            boolean tagsInReads) {
        this.access = access;
        this.credentials = credentials;
        this.forms = forms;
        this.links = links;
        this.tenantId = tenantId;
        this.tagsInReads = tagsInReads;
    }

    /** Returns the response to a creation: two fraction digits, a self link without {@code /api}, fewer privileges. */
    ObjectNode created(ConnectionEntity connection) {
        ObjectNode node = common(connection);
        node.put("created", Timestamps.hundredths(connection.created));
        node.put("updated", Timestamps.hundredths(connection.updated));
        node.putObject("links").putObject("self").put("href", links.withoutApi(ROOT + "/" + connection.id));
        node.set("privileges", Json.tree(List.of("read", "update", "delete")));
        node.set("tags", Json.tree(connection.tags));
        if (connection.separateCredentials) {
            credentials
                    .find(connection.credentialId)
                    .ifPresent(credential -> node.put("qCredentialsName", credential.name));
        }
        return node;
    }

    /** Returns an entry of a list, in which missing tags are null. */
    ObjectNode listed(ConnectionEntity connection, Principal caller) {
        ObjectNode node = read(connection, caller);
        node.putNull("tags");
        if (showsTags(connection)) {
            node.set("tags", Json.tree(connection.tags));
        }
        return node;
    }

    /** Returns a single connection, in which missing tags are absent. */
    ObjectNode single(ConnectionEntity connection, Principal caller) {
        ObjectNode node = read(connection, caller);
        if (showsTags(connection)) {
            node.set("tags", Json.tree(connection.tags));
        }
        return node;
    }

    private boolean showsTags(ConnectionEntity connection) {
        return tagsInReads && !connection.tags.isEmpty();
    }

    private ObjectNode read(ConnectionEntity connection, Principal caller) {
        ObjectNode node = common(connection);
        node.put("created", Timestamps.millis(connection.created));
        node.put("updated", Timestamps.millis(connection.updated));
        node.putObject("links").putObject("self").put("href", links.api(ROOT + "/" + connection.id));
        node.set("privileges", Json.tree(access.privileges(connection, caller)));
        return node;
    }

    private ObjectNode common(ConnectionEntity connection) {
        ObjectNode node = Json.object();
        node.put("datasourceID", connection.source.id());
        node.put("id", connection.id);
        node.put("qArchitecture", connection.architecture);
        node.put("qConnectStatement", connection.connectStatement(forms.shown(connection)));
        if (connection.credentialId != null) {
            node.put("qCredentialsID", connection.credentialId);
        }
        node.put("qEngineObjectID", connection.id);
        node.put("qID", connection.id);
        node.put("qLogOn", connection.logOn);
        node.put("qName", connection.name);
        node.put("qSeparateCredentials", connection.separateCredentials);
        node.put("qType", connection.type);
        node.put("qri", connection.source.qri(connection.properties));
        if (connection.space != null) {
            node.put("space", connection.space);
        }
        node.put("tenant", tenantId);
        node.put("user", connection.user);
        node.put("version", "V1");
        return node;
    }

    /** Returns the connection to the data files of a space: without dates, user and data source. */
    ObjectNode dataFiles(SpaceEntity space) {
        String id = DataFiles.idOf(space);
        ObjectNode node = Json.object();
        node.put("id", id);
        node.putObject("links").putObject("self").put("href", links.api(ROOT + "/" + id));
        node.set("privileges", Json.tree(List.of("read")));
        node.put("qArchitecture", 0);
        node.put("qConnectStatement", DataFiles.statementOf(space));
        node.put("qEngineObjectID", id);
        node.put("qID", id);
        node.put("qLogOn", 0);
        node.put("qName", "DataFiles");
        node.put("qType", DataFiles.TYPE);
        node.put("space", space.id());
        node.putNull("tags");
        node.put("tenant", tenantId);
        return node;
    }

    /** Returns the properties as in a request to create the connection: with the types of the schema and without secrets. */
    ObjectNode connectionProperties(ConnectionEntity connection) {
        ObjectNode typed = forms.shown(connection);
        for (var property : typed.properties()) {
            if (!connection.normalized.contains(property.getKey())) {
                property.setValue(typed(connection.source, property.getKey(), property.getValue()));
            }
        }
        return typed;
    }

    private static JsonNode typed(DataSourceDefinition source, String name, JsonNode value) {
        String type = source.property(name).path("type").asText();
        if (type.equals("boolean") && value.isTextual()) {
            return Json.tree(Json.truth(value));
        }
        if (type.equals("integer") && value.isTextual() && value.textValue().matches("-?\\d{1,18}")) {
            return Json.tree(Long.parseLong(value.textValue()));
        }
        if (type.equals("string") && value.isValueNode()) {
            return Json.tree(value.asText());
        }
        return value;
    }

    /** Returns a {name, value} list with empty strings for secret values, as the connectors return it. */
    static JsonNode withoutSecretItems(DataSourceDefinition source, String name, JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode masked = value.deepCopy();
        for (JsonNode item : masked) {
            if (item instanceof ObjectNode object
                    && (source.hasSecretItems(name) || Json.truth(object.path("encrypt")))) {
                object.put("value", "");
            }
        }
        return masked;
    }
}
