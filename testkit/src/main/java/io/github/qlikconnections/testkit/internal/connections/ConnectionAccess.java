package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Authorization for connections, and lookup of the connection of a request. */
final class ConnectionAccess {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final List<String> ALL = List.of("change_owner", "change_space", "delete", "list", "read", "update");

    private final ConnectionStore connections;
    private final SpaceStore spaces;

    ConnectionAccess(ConnectionStore connections, SpaceStore spaces) {
        this.connections = connections;
        this.spaces = spaces;
    }

    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    boolean canRead(ConnectionEntity connection, Principal caller) {
        return connection.space == null
                ? caller.admin() || connection.user.equals(caller.userId())
                : spaces.canRead(connection.space);
    }

    boolean canWrite(ConnectionEntity connection, Principal caller) {
        return connection.space == null ? canRead(connection, caller) : spaces.canWrite(connection.space);
    }

    List<String> privileges(ConnectionEntity connection, Principal caller) {
        if (!canWrite(connection, caller)) {
            return List.of("list", "read");
        }
        boolean canChangeOwner = caller.admin() || connection.user.equals(caller.userId());
        return canChangeOwner ? ALL : List.of("delete", "list", "read", "update");
    }

    /**
     * Returns the readable connection of the path: by id, or by name with {@code type=connectionname}.
     *
     * @throws ApiErrorException 404 if there is no such connection, 403 if the caller may not read it
     */
    ConnectionEntity readable(RoutedCall call, boolean spaceAware) {
        ConnectionEntity connection = find(call, spaceAware).orElseThrow(ConnectionAccess::unknown);
        if (!canRead(connection, call.caller())) {
            throw ApiErrorException.forbidden("No permission to read this connection");
        }
        return connection;
    }

    /** Returns the connection of the path if the caller may also change it, see {@link #readable}. */
    ConnectionEntity writable(RoutedCall call, boolean spaceAware) {
        ConnectionEntity connection = readable(call, spaceAware);
        if (!canWrite(connection, call.caller())) {
            throw ApiErrorException.forbidden("No permission to change this connection");
        }
        return connection;
    }

    static ApiErrorException unknown() {
        return ApiErrorException.notFound("The connection does not exist");
    }

    /** Rejects a path value that is not a UUID, where the API documents a 400 for it. */
    static void requireUuid(RoutedCall call) {
        if (call.request().query("type").isEmpty() && !isUuid(call.variable("qID"))) {
            throw ApiErrorException.badRequest("qID is not a UUID; a name requires type=connectionname");
        }
    }

    private Optional<ConnectionEntity> find(RoutedCall call, boolean spaceAware) {
        Request request = call.request();
        Optional<String> type = request.query("type");
        if (type.isEmpty()) {
            return connections.find(call.variable("qID"));
        }
        if (!type.get().equals("connectionname")) {
            throw ApiErrorException.badRequest("type " + type.get() + " is not known, only connectionname");
        }
        Optional<ConnectionEntity> resolved = connections.resolved(call.variable("qID"));
        if (resolved.isPresent()) {
            return resolved;
        }
        // One page of the documentation uses space, the reference uses spaceId.
        Optional<String> space = request.query("spaceId").or(() -> request.query("space"));
        return connections.find(
                spaceAware ? space.filter(id -> !id.isEmpty()).orElse(null) : null,
                call.caller().userId(),
                call.variable("qID"));
    }
}
