package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code POST /api/v1/data-connections/actions/delete} and {@code /update}: 207, one result per connection. */
public final class BulkActionsHandler {

    private static final Set<String> SPACE_TYPES = Set.of("personal", "shared", "managed", "data");

    private final ConnectionStore connections;
    private final CredentialAssigner choice;
    private final SpaceStore spaces;
    private final Clock clock;
    private final Map<String, ApiErrorException> failures = new HashMap<>();

    BulkActionsHandler(ConnectionStore connections, CredentialAssigner choice, SpaceStore spaces, Clock clock) {
        this.connections = connections;
        this.choice = choice;
        this.spaces = spaces;
        this.clock = clock;
    }

    /** Makes every action on a connection fail without a change. */
    public void fail(String id, ApiErrorException exception) {
        failures.put(id, exception);
    }

    /** Removes all failures. */
    public void clearFailures() {
        failures.clear();
    }

    Response delete(RoutedCall call) {
        return each(call, item -> {
            ConnectionEntity connection = connection(item);
            connections.remove(connection.id);
            choice.release(connection.credentialId);
        });
    }

    Response update(RoutedCall call) {
        return each(call, item -> {
            ConnectionEntity after = connection(item).copy();
            String owner = Json.text(item, "ownerId");
            if (owner != null && !owner.isEmpty()) {
                // The credential still belongs to the previous owner.
                after.user = owner;
            }
            String space = Json.text(item, "spaceId");
            if (space != null) {
                after.space = space.isEmpty() ? null : target(space, item).id();
            }
            after.updated = clock.instant();
            connections.put(after);
        });
    }

    private SpaceEntity target(String id, JsonNode item) {
        String type = Json.text(item, "spaceType");
        if (type == null || !SPACE_TYPES.contains(type)) {
            throw ApiErrorException.badRequest("Field spaceType is missing or has no such value");
        }
        SpaceEntity space = spaces.writable(id);
        if (!space.type().equals(type)) {
            throw ApiErrorException.badRequest("Space " + id + " is not of type " + type);
        }
        return space;
    }

    private ConnectionEntity connection(JsonNode item) {
        return connections.find(item.path("id").asText()).orElseThrow(ConnectionAccess::unknown);
    }

    private Response each(RoutedCall call, Consumer<JsonNode> action) {
        requireAdmin(call.caller());
        JsonNode items = call.request().jsonObject().path("connections");
        if (!items.isArray()) {
            throw ApiErrorException.badRequest("Field connections is missing or not an array");
        }
        for (JsonNode item : items) {
            if (Json.text(item, "id") == null) {
                throw ApiErrorException.badRequest("Field id is missing in an element of connections");
            }
        }
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("data");
        for (JsonNode item : items) {
            results.add(result(item, action));
        }
        return Response.json(207, body);
    }

    private ObjectNode result(JsonNode item, Consumer<JsonNode> action) {
        String id = item.path("id").asText();
        ObjectNode result = Json.object().put("id", id);
        try {
            ApiErrorException scripted = failures.get(id);
            if (scripted != null) {
                throw scripted;
            }
            action.accept(item);
            return result.put("status", 204);
        } catch (ApiErrorException exception) {
            result.putObject("error")
                    .put("code", exception.code())
                    .put("title", exception.title())
                    .put("detail", exception.detail())
                    .put("status", exception.status());
            return result.put("status", exception.status());
        }
    }

    static void requireAdmin(Principal caller) {
        if (!caller.admin()) {
            throw ApiErrorException.forbidden("This action requires the tenant admin role");
        }
    }
}
