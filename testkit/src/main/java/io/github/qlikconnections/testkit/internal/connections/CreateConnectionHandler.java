package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.sources.DataSourceCatalog;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import io.github.qlikconnections.testkit.internal.sources.PropertySchemaValidator;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Handles {@code POST /api/v1/data-connections} with connection properties or a connect statement. */
final class CreateConnectionHandler {

    private final DataSourceCatalog catalog;
    private final SpaceStore spaces;
    private final ConnectionStore connections;
    private final CredentialAssigner credentials;
    private final PropertySchemaValidator validator;
    private final PropertyTransforms forms;
    private final ConnectionRenderer renderer;
    private final Clock clock;

    CreateConnectionHandler(
            DataSourceCatalog catalog,
            SpaceStore spaces,
            ConnectionStore connections,
            CredentialAssigner credentials,
            PropertySchemaValidator validator,
            PropertyTransforms forms,
            ConnectionRenderer renderer,
            Clock clock) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.connections = connections;
        this.credentials = credentials;
        this.validator = validator;
        this.forms = forms;
        this.renderer = renderer;
        this.clock = clock;
    }

    Response create(RoutedCall call) {
        ObjectNode body = call.request().jsonObject();
        if (body.has("connectionProperties")) {
            if (body.has("qConnectStatement")) {
                throw ApiErrorException.badRequest("Send either connectionProperties or qConnectStatement, not both");
            }
            return fromProperties(body, call.caller());
        }
        return fromStatement(body, call.caller());
    }

    private Response fromProperties(ObjectNode body, Principal caller) {
        DataSourceDefinition source = source(body);
        if (!(body.get("connectionProperties") instanceof ObjectNode given)) {
            throw ApiErrorException.badRequest("Field connectionProperties is not an object");
        }
        if (Json.truth(body.path("authUrlOnly")) && source.supportsOAuth()) {
            return Response.json(201, Json.object().put("authUrl", authUrl(source)));
        }
        return Response.json(201, renderer.created(store(source, body, given, caller)));
    }

    /** Creates a connection from properties. */
    ConnectionEntity store(DataSourceDefinition source, ObjectNode body, ObjectNode given, Principal caller) {
        boolean separate = Json.truth(given.path("separateCredentials"));
        if (source.choosesOAuth(given)
                && !separate
                && given.path("authCode").asText().isEmpty()) {
            throw ApiErrorException.badRequest(
                    "Field authCode is missing: ask for the authentication URL with authUrlOnly first");
        }
        validator.validate(source, given);
        SplitProperties parts = SplitProperties.split(source, given);
        ConnectionEntity connection = begin(source, body, parts.plain(), caller, ConnectionFields.MAX_TAGS - 1);
        List<String> tags = new ArrayList<>(connection.tags);
        tags.add("DcaasAPI:" + source.provider() + ":" + source.connectorVersion());
        connection.tags = List.copyOf(tags);
        connections.requireFreeName(connection);
        if (separate) {
            credentials.separate(connection, given, parts.secret());
        } else {
            credentials.embed(connection, parts.secret());
        }
        connections.put(connection);
        return connection;
    }

    private Response fromStatement(ObjectNode body, Principal caller) {
        String statement = ConnectionFields.required(body, "qConnectStatement");
        String type = ConnectionFields.required(body, "qType");
        DataSourceDefinition source = source(body);
        ObjectNode properties = ConnectStatementCodec.parse(statement, source)
                .orElseThrow(() -> ApiErrorException.badRequest("Field qConnectStatement is not a connect statement"));
        ConnectionEntity connection = begin(source, body, properties, caller, ConnectionFields.MAX_TAGS);
        connection.statement = statement;
        connection.type = type;
        connection.logOn = ConnectionFields.logOn(body.path("qLogOn"), 1);
        connection.architecture = ConnectionFields.architecture(body.path("qArchitecture"), 0);
        connection.connectionSecret = Json.text(body, "qConnectionSecret");
        connections.requireFreeName(connection);
        credentials.ofStatement(connection, body);
        connections.put(connection);
        return Response.json(201, renderer.created(connection));
    }

    private ConnectionEntity begin(
            DataSourceDefinition source, ObjectNode body, ObjectNode properties, Principal caller, int maxTags) {
        String name = ConnectionFields.name(ConnectionFields.required(body, "qName"));
        Instant created = ConnectionFields.hundredths(clock);
        ConnectionEntity connection = new ConnectionEntity(
                connections.nextSequence(), newId(body), source, caller.userId(), created, properties);
        connection.name = name;
        connection.tags = ConnectionFields.tags(body.path("tags"), maxTags);
        forms.applyToAll(connection);
        String space = Json.text(body, "space");
        if (space != null && !space.isEmpty()) {
            connection.space = spaces.writable(space).id();
        }
        return connection;
    }

    private String newId(ObjectNode body) {
        String requested = Json.text(body, "qID");
        if (requested == null || requested.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        if (!ConnectionAccess.isUuid(requested)) {
            throw ApiErrorException.badRequest("Field qID is not a UUID");
        }
        if (connections.find(requested).isPresent()) {
            throw ApiErrorException.conflict("A connection with this qID already exists");
        }
        return requested;
    }

    private DataSourceDefinition source(ObjectNode body) {
        // The tutorials send dataSourceId, the specification requires datasourceID.
        String id = Json.text(body, "datasourceID");
        if (id == null) {
            id = Json.text(body, "dataSourceId");
        }
        if (id == null || id.isEmpty()) {
            throw ApiErrorException.badRequest("Field datasourceID is missing in the request");
        }
        String wanted = id;
        return catalog.enabled(wanted)
                .orElseThrow(
                        () -> ApiErrorException.badRequest("Data source " + wanted + " is not known or not enabled"));
    }

    private static String authUrl(DataSourceDefinition source) {
        String state = UUID.randomUUID().toString().replace("-", "");
        return source.authorizeUrl() + "?response_type=code&redirect_uri=https%3A%2F%2Fconnector.qlik.com&state="
                + state + "&code_challenge=" + state + "&code_challenge_method=S256";
    }
}
