package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credentials of a tenant. Guarded by the lock of the tenant. */
public final class CredentialStore {

    private final Map<String, CredentialEntity> byId = new LinkedHashMap<>();

    /**
     * Stores a credential.
     *
     * @throws ApiErrorException 409 if the user has another separate credential with that name
     */
    void put(CredentialEntity credential) {
        if (credential.separated) {
            named(credential.name, credential.user)
                    .filter(existing -> !existing.id.equals(credential.id))
                    .ifPresent(existing -> {
                        throw ApiErrorException.conflict("A credential named " + credential.name + " already exists");
                    });
        }
        byId.put(credential.id, credential);
    }

    void remove(String id) {
        byId.remove(id);
    }

    public Optional<CredentialEntity> find(@Nullable String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    /** Returns a separate credential by its name, which is unique per user. */
    Optional<CredentialEntity> named(String name, String user) {
        return byId.values().stream()
                .filter(credential -> credential.separated)
                .filter(credential -> credential.user.equals(user) && credential.name.equals(name))
                .findFirst();
    }

    /** Returns all credentials, the oldest first. */
    public List<CredentialEntity> all() {
        return new ArrayList<>(byId.values());
    }
}
