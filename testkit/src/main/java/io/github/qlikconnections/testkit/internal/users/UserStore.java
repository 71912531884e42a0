package io.github.qlikconnections.testkit.internal.users;

import io.github.qlikconnections.testkit.internal.http.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The users of a tenant. Guarded by the lock of the tenant. */
public final class UserStore {

    private final Map<String, UserEntity> users = new HashMap<>();

    /** Adds a user, or replaces the one with the same id. */
    public void add(Principal principal) {
        users.put(principal.userId(), UserEntity.of(principal));
    }

    public void setDetails(String id, String name, String email) {
        UserEntity changed = users.computeIfPresent(id, (key, user) -> user.withDetails(name, email));
        if (changed == null) {
            throw new IllegalArgumentException("there is no user " + id);
        }
    }

    Optional<UserEntity> find(String id) {
        return Optional.ofNullable(users.get(id));
    }
}
