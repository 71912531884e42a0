package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.users.api.UsersApi;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.model.AssignedGroup;
import io.github.qlikconnections.model.AssignedRole;
import io.github.qlikconnections.model.User;
import java.net.URI;
import java.util.List;
import java.util.Objects;
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
                .assignedRoles(toRoles(user.assignedRoles))
                .assignedGroups(toGroups(user.assignedGroups))
                .assignedScopes(ResponseLists.nonNull(user.assignedScopes))
                .additionalMembers(UnmappedMembers.of(user.additionalMembers)
                        .with("inviteExpiry", user.inviteExpiry)
                        .toMap())
                .build();
    }

    /** Omits an entry that has neither a name nor an id. */
    private static List<AssignedRole> toRoles(
            @Nullable List<io.github.qlikconnections.client.users.model.AssignedRole> roles) {
        return ResponseLists.nonNull(roles).stream()
                .filter(role -> role.name != null || role.id != null)
                .map(role -> AssignedRole.builder(nameOrId(role.name, role.id))
                        .id(role.id)
                        .type(role.type)
                        .level(role.level)
                        .additionalMembers(
                                UnmappedMembers.of(role.additionalMembers).toMap())
                        .build())
                .toList();
    }

    /** Omits an entry that has neither a name nor an id. */
    private static List<AssignedGroup> toGroups(
            @Nullable List<io.github.qlikconnections.client.users.model.AssignedGroup> groups) {
        return ResponseLists.nonNull(groups).stream()
                .filter(group -> group.name != null || group.id != null)
                .map(group -> AssignedGroup.builder(nameOrId(group.name, group.id))
                        .id(group.id)
                        .providerType(group.providerType)
                        .assignedRoles(toRoles(group.assignedRoles))
                        .additionalMembers(
                                UnmappedMembers.of(group.additionalMembers).toMap())
                        .build())
                .toList();
    }

    private static String nameOrId(@Nullable String name, @Nullable String id) {
        return Objects.requireNonNullElseGet(name, () -> Objects.requireNonNull(id));
    }

    private UsersApi api(Call call) {
        return new UsersApi(clients.forCall(call));
    }
}
