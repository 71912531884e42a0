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

/** The connections of a tenant, by age, id and name. Guarded by the tenant's lock. */
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
     * Asks before anything is changed that a connection needs.
     *
     * @throws ApiErrorException 409 when the name is taken where the connection is to stand
     */
    void requireFreeName(ConnectionEntity connection) {
        ConnectionEntity namesake = byName.get(key(connection));
        if (namesake != null && !namesake.id.equals(connection.id)) {
            throw ApiErrorException.conflict("A connection named " + connection.name + " exists already in this space");
        }
    }

    /** Stores a connection whose name is free, or puts a changed copy in the place of its original. */
    void put(ConnectionEntity connection) {
        requireFreeName(connection);
        changes++;
        remove(connection.id);
        byAge.put(connection.sequence, connection);
        byId.put(connection.id, connection);
        byName.put(key(connection), connection);
    }

    void remove(String id) {
        ConnectionEntity gone = byId.remove(id);
        if (gone != null) {
            changes++;
            byAge.remove(gone.sequence);
            byName.remove(key(gone));
        }
    }

    /** Grows with every change. */
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
     * Scripts the connection that lookups by a name return.
     *
     * @throws ApiErrorException 404 when there is no connection of that id
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

    /** The connection that is scripted for a name, if it still exists. */
    Optional<ConnectionEntity> resolved(String name) {
        return Optional.ofNullable(nameOverrides.get(name)).flatMap(this::find);
    }

    Collection<ConnectionEntity> byAge() {
        return byAge.values();
    }

    /** All connections, the oldest first. */
    public List<ConnectionEntity> all() {
        return new ArrayList<>(byAge.values());
    }

    private static NameKey key(ConnectionEntity connection) {
        return new NameKey(connection.scope(), connection.name);
    }
}
