package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The connections of a tenant by sequence, id and name. Guarded by the lock of the tenant. */
public final class ConnectionStore {

    private record NameKey(String scope, String name) {}

    private final TreeMap<Long, ConnectionEntity> byAge = new TreeMap<>();
    private final Map<String, ConnectionEntity> byId = new HashMap<>();
    private final Map<NameKey, ConnectionEntity> byName = new HashMap<>();
    private final Map<String, String> nameOverrides = new HashMap<>();
    private long lastSequence;
    private long changes;

    long nextSequence() {
        return ++lastSequence;
    }

    /**
     * Checks that the name of a connection is free. Called before anything is changed.
     *
     * @throws ApiErrorException 409 if another connection in the same scope has the name
     */
    void requireFreeName(ConnectionEntity connection) {
        ConnectionEntity existing = byName.get(key(connection));
        if (existing != null && !existing.id.equals(connection.id)) {
            throw ApiErrorException.conflict("A connection named " + connection.name + " already exists in this space");
        }
    }

    /** Stores a connection whose name is free, or replaces the original of a changed copy. */
    void put(ConnectionEntity connection) {
        requireFreeName(connection);
        changes++;
        remove(connection.id);
        byAge.put(connection.sequence, connection);
        byId.put(connection.id, connection);
        byName.put(key(connection), connection);
    }

    void remove(String id) {
        ConnectionEntity removed = byId.remove(id);
        if (removed != null) {
            changes++;
            byAge.remove(removed.sequence);
            byName.remove(key(removed));
        }
    }

    /** Returns a number that increases with every change. */
    long changes() {
        return changes;
    }

    Optional<ConnectionEntity> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<ConnectionEntity> find(@Nullable String space, String user, String name) {
        return Optional.ofNullable(byName.get(new NameKey(ConnectionEntity.scope(space, user), name)));
    }

    /**
     * Sets the connection that lookups by a name return.
     *
     * @throws ApiErrorException 404 if there is no connection with that id
     */
    public void overrideName(String name, String id) {
        if (!byId.containsKey(id)) {
            throw ApiErrorException.notFound("There is no connection " + id);
        }
        nameOverrides.put(name, id);
        changes++;
    }

    public void clearNameOverrides() {
        nameOverrides.clear();
        changes++;
    }

    /** Returns the connection that overrides a name, if it still exists. */
    Optional<ConnectionEntity> resolved(String name) {
        return Optional.ofNullable(nameOverrides.get(name)).flatMap(this::find);
    }

    Collection<ConnectionEntity> byAge() {
        return byAge.values();
    }

    /** Returns all connections, the oldest first. */
    public List<ConnectionEntity> all() {
        return new ArrayList<>(byAge.values());
    }

    private static NameKey key(ConnectionEntity connection) {
        return new NameKey(connection.scope(), connection.name);
    }
}
