package io.github.qlikconnections.testkit.internal.spaces;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.http.Timestamps;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /api/v1/spaces}: list and get. */
public final class SpacesApi {

    private static final String ROOT = "/api/v1/spaces";
    private static final int DEFAULT_LIMIT = 10;

    private static final Map<String, Comparator<SpaceEntity>> ORDERS = Map.of(
            "type", Comparator.comparing(SpaceEntity::type),
            "name", Comparator.comparing(SpaceEntity::name),
            "createdAt", Comparator.comparing(SpaceEntity::created));

    private static final Map<String, List<String>> ROLES = Map.of(
            "shared", List.of("codeveloper", "consumer", "dataconsumer", "facilitator", "producer"),
            "managed", List.of("basicconsumer", "consumer", "contributor", "dataconsumer", "facilitator", "publisher"),
            "data",
                    List.of(
                            "consumer",
                            "dataconsumer",
                            "datapreview",
                            "facilitator",
                            "operator",
                            "producer",
                            "publisher"));

    private final SpaceStore spaces;
    private final Links links;
    private final String tenantId;
    private final String ownerId;

    public SpacesApi(SpaceStore spaces, Links links, String tenantId, String ownerId) {
        this.spaces = spaces;
        this.links = links;
        this.tenantId = tenantId;
        this.ownerId = ownerId;
    }

    public void addTo(Routes routes) {
        routes.add("GET", ROOT, this::list);
        routes.add("GET", ROOT + "/{spaceId}", this::get);
    }

    private Response list(RoutedCall call) {
        Request request = call.request();
        List<SpaceEntity> found = spaces.visible();
        request.query("name")
                .map(SpacesApi::fold)
                .ifPresent(part -> found.removeIf(space -> !fold(space.name()).contains(part)));
        request.query("type")
                .map(types -> List.of(types.split(",", -1)))
                .ifPresent(types -> found.removeIf(space -> !types.contains(space.type())));
        request.query("ownerId").ifPresent(owner -> found.removeIf(space -> !owner.equals(ownerId)));
        request.query("sort").ifPresent(sort -> found.sort(order(sort)));

        int limit = request.count("limit", 100_000).orElse(DEFAULT_LIMIT);
        long start = links.position(request.query("next").or(() -> request.query("prev")));
        int from = (int) Math.min(start, found.size());
        int to = Math.min(from + limit, found.size());

        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        found.subList(from, to).forEach(space -> data.add(render(space)));
        body.putObject("meta").put("count", found.size());
        ObjectNode hrefs = body.putObject("links");
        hrefs.putObject("self").put("href", links.page(request, Map.of()));
        if (to < found.size()) {
            hrefs.putObject("next").put("href", links.page(request, Map.of("next", links.cursor(to))));
        }
        if (from > 0) {
            String cursor = links.cursor(Math.max(0, from - limit));
            hrefs.putObject("prev").put("href", links.page(request, Map.of("prev", cursor)));
        }
        return Response.json(200, body);
    }

    private Response get(RoutedCall call) {
        return spaces.find(call.variable("spaceId"))
                .map(space -> Response.json(200, render(space)))
                .orElseThrow(() -> ApiErrorException.notFound("The space is not known, or access to it is denied"));
    }

    private static Comparator<SpaceEntity> order(String sort) {
        boolean descending = sort.startsWith("-");
        Comparator<SpaceEntity> order = ORDERS.get(sort.replaceFirst("^[+-]", ""));
        if (order == null) {
            throw ApiErrorException.badRequest("Spaces cannot be sorted by " + sort);
        }
        return descending ? order.reversed() : order;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private ObjectNode render(SpaceEntity space) {
        ObjectNode node = Json.object();
        node.put("id", space.id());
        node.put("type", space.type());
        node.put("ownerId", ownerId);
        node.put("tenantId", tenantId);
        node.put("name", space.name());
        node.put("description", space.description());
        ObjectNode meta = node.putObject("meta");
        boolean writable = space.access() == SpaceEntity.Access.WRITE;
        meta.set(
                "actions",
                Json.tree(writable ? List.of("change_owner", "create", "delete", "read", "update") : List.of("read")));
        List<String> roles = ROLES.getOrDefault(space.type(), List.of());
        meta.set("roles", Json.tree(writable ? roles : List.of("consumer")));
        meta.set("assignableRoles", Json.tree(roles));
        String self = links.api(ROOT + "/" + space.id());
        ObjectNode hrefs = node.putObject("links");
        hrefs.putObject("self").put("href", self);
        hrefs.putObject("assignments").put("href", self + "/assignments");
        node.put("createdAt", Timestamps.millis(space.created()));
        node.put("createdBy", ownerId);
        node.put("updatedAt", Timestamps.millis(space.created()));
        return node;
    }
}
