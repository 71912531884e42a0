package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.users.api.UsersApi;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.model.User;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls the operations of {@code users.yaml} and maps them to types of the library. This class is thread-safe. */
public final class UsersGateway {

    private static final Pattern USER_PATH = Pattern.compile("/api/[^/]+/users/([^/]+)");

    private final ApiClientFactory clients;

    /** Creates a gateway that sends its requests with the clients of this factory. */
    public UsersGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /**
     * Returns the id of the caller's user. Only the path of the redirect is used, because its host may be an alias of the tenant or
     * another host, which must not receive the bearer token.
     */
    public String currentUserId(Deadline deadline) {
        Call call = new Call(Operation.GET_CURRENT_USER, "", deadline);
        URI location = api(call).getCurrentUser();
        Matcher path = USER_PATH.matcher(Objects.requireNonNullElse(location.getPath(), ""));
        if (!path.matches()) {
            throw new UnexpectedResponseException(
                    call.failureMessage(
                            "the response does not redirect to a user. Check that no proxy responds in place of"
                                    + " the tenant."),
                    301);
        }
        return PathSegment.requireValidInResponse(path.group(1), "user");
    }

    /** Returns a user by id. */
    public User get(Deadline deadline, String userId) {
        String id = PathSegment.requireValid(userId, "user id");
        Call call = new Call(Operation.GET_USER, "user " + id, deadline);
        var user = api(call).getUser(id);
        if (user.id == null || user.id.isBlank()) {
            throw new UnexpectedResponseException(call.failureMessage("the response has no id."), 200);
        }
        return toUser(user, user.id);
    }

    private static User toUser(io.github.qlikconnections.client.users.model.User user, String id) {
        return User.builder(id, Objects.requireNonNullElse(user.name, id))
                .subject(user.subject)
                .tenantId(user.tenantId)
                .email(user.email)
                .status(user.status)
                .locale(user.locale)
                .preferredLocale(user.preferredLocale)
                .zoneinfo(user.zoneinfo)
                .preferredZoneinfo(user.preferredZoneinfo)
                .picture(user.picture)
                .createdAt(TimestampParser.parse(user.createdAt))
                .lastUpdatedAt(TimestampParser.parse(user.lastUpdatedAt))
                .assignedRoles(names(user.assignedRoles, role -> role.name))
                .assignedGroups(names(user.assignedGroups, group -> group.name))
                .assignedScopes(ResponseLists.nonNull(user.assignedScopes))
                .additionalMembers(UnmappedMembers.of(user.additionalMembers)
                        .with("inviteExpiry", user.inviteExpiry)
                        .toMap())
                .build();
    }

    private static <T> List<String> names(@Nullable List<T> list, Function<T, @Nullable String> name) {
        return ResponseLists.nonNull(
                ResponseLists.nonNull(list).stream().map(name).toList());
    }

    private UsersApi api(Call call) {
        return new UsersApi(clients.forCall(call));
    }
}
