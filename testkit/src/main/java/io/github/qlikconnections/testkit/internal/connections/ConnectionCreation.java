package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Answer;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Refusal;
import io.github.qlikconnections.testkit.internal.http.Routes.Call;
import io.github.qlikconnections.testkit.internal.sources.Catalogue;
import io.github.qlikconnections.testkit.internal.sources.Source;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code POST /api/v1/data-connections}, in both forms: connection properties and connect statement. */
final class ConnectionCreation {

    private final Catalogue catalogue;
    private final SpaceStore spaces;
    private final ConnectionStore connections;
    private final CredentialChoice credentials;
    private final PropertyForms forms;
    private final ConnectionAnswers answers;
    private final Clock clock;

    ConnectionCreation(
            Catalogue catalogue,
            SpaceStore spaces,
            ConnectionStore connections,
            CredentialChoice credentials,
            PropertyForms forms,
            ConnectionAnswers answers,
            Clock clock) {
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.connections = connections;
        this.credentials = credentials;
        this.forms = forms;
        this.answers = answers;
        this.clock = clock;
    }

    Answer create(Call call) {
        ObjectNode body = call.request().jsonObject();
        if (body.has("connectionProperties")) {
            if (body.has("qConnectStatement")) {
                throw Refusal.badRequest("Give either connectionProperties or qConnectStatement, not both");
            }
            return fromProperties(body, call.caller());
        }
        return fromStatement(body, call.caller());
    }

    private Answer fromProperties(ObjectNode body, Principal caller) {
        Source source = source(body);
        if (!(body.get("connectionProperties") instanceof ObjectNode given)) {
            throw Refusal.badRequest("Field connectionProperties is not an object");
        }
        if (Json.truth(body.path("authUrlOnly")) && source.supportsOAuth()) {
            return Answer.json(201, Json.object().put("authUrl", authUrl(source)));
        }
        return Answer.json(201, answers.created(store(source, body, given, caller)));
    }

    /** Stores a connection from properties, as a creation would. */
    Connection store(Source source, ObjectNode body, ObjectNode given, Principal caller) {
        boolean separate = Json.truth(given.path("separateCredentials"));
        if (source.choosesOAuth(given)
                && !separate
                && given.path("authCode").asText().isEmpty()) {
            throw Refusal.badRequest(
                    "Field authCode is missing: ask for the authentication URL with authUrlOnly first");
        }
        Secrets parts = Secrets.split(source, given);
        Connection connection = begin(source, body, parts.plain(), caller, ConnectionFields.MAX_TAGS - 1);
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

    private Answer fromStatement(ObjectNode body, Principal caller) {
        String statement = ConnectionFields.required(body, "qConnectStatement");
        String type = ConnectionFields.required(body, "qType");
        Source source = source(body);
        ObjectNode properties = ConnectStatement.parse(statement, source)
                .orElseThrow(() -> Refusal.badRequest("Field qConnectStatement is not a connect statement"));
        Connection connection = begin(source, body, properties, caller, ConnectionFields.MAX_TAGS);
        connection.statement = statement;
        connection.type = type;
        connection.logOn = ConnectionFields.logOn(body.path("qLogOn"), 1);
        connection.architecture = ConnectionFields.architecture(body.path("qArchitecture"), 0);
        connection.connectionSecret = Json.text(body, "qConnectionSecret");
        connections.requireFreeName(connection);
        credentials.ofStatement(connection, body);
        connections.put(connection);
        return Answer.json(201, answers.created(connection));
    }

    private Connection begin(Source source, ObjectNode body, ObjectNode properties, Principal caller, int maxTags) {
        String name = ConnectionFields.name(ConnectionFields.required(body, "qName"));
        Instant created = ConnectionFields.hundredths(clock);
        Connection connection =
                new Connection(connections.nextSequence(), newId(body), source, caller.userId(), created, properties);
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
        String asked = Json.text(body, "qID");
        if (asked == null || asked.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        if (!ConnectionAccess.isUuid(asked)) {
            throw Refusal.badRequest("Field qID is not a UUID");
        }
        if (connections.find(asked).isPresent()) {
            throw Refusal.conflict("A connection with this qID exists already");
        }
        return asked;
    }

    private Source source(ObjectNode body) {
        // The tutorials send dataSourceId, the specification wants datasourceID.
        String id = Json.text(body, "datasourceID");
        if (id == null) {
            id = Json.text(body, "dataSourceId");
        }
        if (id == null || id.isEmpty()) {
            throw Refusal.badRequest("Field datasourceID is missing in the request");
        }
        String wanted = id;
        return catalogue
                .enabled(wanted)
                .orElseThrow(() -> Refusal.badRequest("Data source " + wanted + " is not known or not enabled"));
    }

    private static String authUrl(Source source) {
        String state = UUID.randomUUID().toString().replace("-", "");
        return source.authorizeUrl() + "?response_type=code&redirect_uri=https%3A%2F%2Fconnector.qlik.com&state="
                + state + "&code_challenge=" + state + "&code_challenge_method=S256";
    }
}
