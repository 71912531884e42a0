package io.github.qlikconnections.testkit.internal.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.http.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/users}: get, and the redirect to the user of the caller. */
public final class UsersApi {

    private static final String ROOT = "/api/v1/users";

    private final UserStore users;
    private final Links links;
    private final String tenantId;
    private final Instant created;

    public UsersApi(UserStore users, Links links, String tenantId, Instant created) {
        this.users = users;
        this.links = links;
        this.tenantId = tenantId;
        this.created = created;
    }

    public void addTo(Routes routes) {
        routes.add("GET", ROOT + "/me", this::redirect);
        routes.add("GET", ROOT + "/{userId}", this::get);
    }

    private Response redirect(RoutedCall call) {
        return Response.empty(301).withHeader("Location", address(call.caller().userId()));
    }

    private Response get(RoutedCall call) {
        String id = call.variable("userId");
        boolean own = id.equals(call.caller().userId());
        if (!own && !call.caller().admin()) {
            throw ApiErrorException.forbidden("No permission to read the user " + id);
        }
        // An access token of an OAuth client belongs to a user that was not added.
        UserEntity user = users.find(id)
                .or(() -> Optional.of(UserEntity.of(call.caller())).filter(caller -> own))
                .orElseThrow(() -> ApiErrorException.notFound("The user is not known"));
        ObjectNode body = render(user);
        call.request()
                .query("fields")
                .map(fields -> List.of(fields.split(",", -1)))
                .ifPresent(body::retain);
        return Response.json(200, body);
    }

    private String address(String id) {
        return links.resource(ROOT, id);
    }

    private ObjectNode render(UserEntity user) {
        ObjectNode node = Json.object();
        node.put("id", user.id());
        node.put("tenantId", tenantId);
        node.put("status", "active");
        node.put("subject", "fake-idp|" + user.id());
        node.put("name", user.name());
        node.put("email", user.email());
        node.put("locale", "en");
        node.put("zoneinfo", "Europe/Stockholm");
        var roles = node.putArray("assignedRoles");
        if (user.admin()) {
            roles.addObject()
                    .put("id", "64f0a1b2c3d4e5f607182930")
                    .put("name", "TenantAdmin")
                    .put("type", "default")
                    .put("level", "admin");
        }
        node.putArray("assignedGroups");
        node.put("createdAt", Timestamps.millis(created));
        node.put("lastUpdatedAt", Timestamps.millis(created));
        node.putObject("links").putObject("self").put("href", address(user.id()));
        return node;
    }
}
