package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.connections.PatchDocument.Change;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.http.Timestamps;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data credentials service at {@code /api/v1/data-credentials}. Users see only their own credentials. */
public final class DataCredentialsApi {

    private static final String ROOT = "/api/v1/data-credentials";
    private static final String ONE = ROOT + "/{qID}";

    private final CredentialStore credentials;
    private final ConnectionStore connections;
    private final Links links;
    private final String tenantId;
    private final Clock clock;

    public DataCredentialsApi(
            CredentialStore credentials, ConnectionStore connections, Links links, String tenantId, Clock clock) {
        this.credentials = credentials;
        this.connections = connections;
        this.links = links;
        this.tenantId = tenantId;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.add("GET", ONE, this::get);
        routes.add("PATCH", ONE, this::patch);
        routes.add("PUT", ONE, this::put);
        routes.add("DELETE", ONE, this::delete);
        routes.add("POST", ROOT + "/actions/filter-orphan", this::filterOrphans);
    }

    private Response get(RoutedCall call) {
        CredentialEntity credential = named(call);
        ObjectNode body = Json.object();
        body.put("connectionId", "");
        body.put("created", Timestamps.millis(credential.created));
        body.put("datasourceID", credential.dataSourceId);
        body.putObject("links").putObject("self").put("href", links.withoutApi(ROOT + "/" + credential.id));
        body.put("qConnCount", users(credential));
        body.put("qID", credential.id);
        body.put("qName", credential.name);
        body.put("qSeparated", credential.separated ? 1 : 0);
        body.put("qType", credential.type);
        body.put("updated", Timestamps.millis(credential.updated));
        return Response.json(200, body);
    }

    private Response patch(RoutedCall call) {
        CredentialEntity before = named(call);
        CredentialEntity after = before.copy();
        for (Change change : PatchDocument.parse(call.request().json()).changes()) {
            String member = change.path().size() == 1 ? change.path().get(0) : "";
            String value = change.value().textValue();
            switch (member) {
                case "qName" -> after.name = ConnectionFields.name(value);
                case "qUsername", "qPassword" -> after.secrets.set(member, change.value());
                case "connectionId" -> throw ApiErrorException.badRequest("Connection ID changed");
                default ->
                    throw ApiErrorException.badRequest(
                            "/" + String.join("/", change.path()) + " of a credential cannot be changed");
            }
        }
        return store(after);
    }

    private Response put(RoutedCall call) {
        CredentialEntity after = named(call).copy();
        ObjectNode body = call.request().jsonObject();
        String connectionId = Json.text(body, "connectionId");
        if (connectionId != null && !connectionId.isEmpty()) {
            throw ApiErrorException.badRequest("Connection ID changed");
        }
        String id = Json.text(body, "qID");
        if (id != null && !id.isEmpty() && !id.equals(after.id)) {
            throw ApiErrorException.badRequest("Field qID is not the id of this credential");
        }
        after.name = ConnectionFields.required(body, "qName");
        after.type = ConnectionFields.required(body, "qType");
        ObjectNode secrets = Json.object();
        secrets.put("qUsername", ConnectionFields.required(body, "qUsername"));
        secrets.put("qPassword", ConnectionFields.required(body, "qPassword"));
        after.secrets = secrets;
        return store(after);
    }

    private Response store(CredentialEntity credential) {
        credential.updated = clock.instant();
        credentials.put(credential);
        return Response.empty(204);
    }

    private Response delete(RoutedCall call) {
        CredentialEntity removed = named(call);
        credentials.remove(removed.id);
        for (ConnectionEntity connection : connections.all()) {
            if (removed.id.equals(connection.credentialId)) {
                ConnectionEntity without = connection.copy();
                without.credentialId = null;
                connections.put(without);
            }
        }
        return Response.empty(204);
    }

    private Response filterOrphans(RoutedCall call) {
        BulkActionsHandler.requireAdmin(call.caller());
        ObjectNode filter = call.request().jsonObject();
        JsonNode separated = filter.path("qSeparated");
        if (!separated.isMissingNode() && !(separated.isInt() && separated.intValue() >> 1 == 0)) {
            throw ApiErrorException.badRequest("Field qSeparated is neither 0 nor 1");
        }
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        for (CredentialEntity credential : credentials.all()) {
            if (users(credential) == 0
                    && matches(Json.text(filter, "datasourceID"), credential.dataSourceId)
                    && matches(Json.text(filter, "qType"), credential.type)
                    && (separated.isMissingNode() || credential.separated == (separated.intValue() == 1))) {
                data.add(orphan(credential));
            }
        }
        body.put("count", data.size());
        return Response.json(200, body);
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.isEmpty() || wanted.equals(actual);
    }

    private ObjectNode orphan(CredentialEntity credential) {
        ObjectNode node = Json.object();
        node.put("created", Timestamps.millis(credential.created));
        node.put("datasourceID", credential.dataSourceId);
        node.put("qID", credential.id);
        node.put("qName", credential.name);
        node.put("qType", credential.type);
        node.put("tenant", tenantId);
        node.put("updated", Timestamps.millis(credential.updated));
        node.put("user", credential.user);
        return node;
    }

    private long users(CredentialEntity credential) {
        return connections.byAge().stream()
                .filter(connection -> credential.id.equals(connection.credentialId))
                .count();
    }

    private CredentialEntity named(RoutedCall call) {
        String wanted = call.variable("qID");
        String user = call.caller().userId();
        Optional<CredentialEntity> found = call.request().flag("byCredentialName")
                ? credentials.named(wanted, user)
                : credentials.find(wanted).filter(credential -> credential.user.equals(user));
        return found.orElseThrow(() -> ApiErrorException.notFound("The credential does not exist"));
    }
}
