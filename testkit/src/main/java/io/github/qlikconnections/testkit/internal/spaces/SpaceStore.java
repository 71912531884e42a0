package io.github.qlikconnections.testkit.internal.spaces;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The spaces of a tenant in the order of their creation. Guarded by the lock of the tenant. */
public final class SpaceStore {

    private final Map<String, SpaceEntity> spaces = new LinkedHashMap<>();
    private long changes;

    /** Returns a number that increases with every change. */
    public long changes() {
        return changes;
    }

    public void add(SpaceEntity space) {
        boolean taken = spaces.values().stream().anyMatch(other -> other.name().equals(space.name()));
        if (taken) {
            throw new IllegalArgumentException("a space named " + space.name() + " already exists");
        }
        spaces.put(space.id(), space);
        changes++;
    }

    public void setAccess(String id, Access access) {
        SpaceEntity changed = spaces.computeIfPresent(id, (key, space) -> space.withAccess(access));
        changes++;
        if (changed == null) {
            throw new IllegalArgumentException("there is no space " + id);
        }
    }

    /** Returns the visible spaces. */
    public List<SpaceEntity> visible() {
        List<SpaceEntity> seen = new ArrayList<>(spaces.values());
        seen.removeIf(space -> space.access() == Access.NONE);
        return seen;
    }

    public Optional<SpaceEntity> find(String id) {
        return Optional.ofNullable(spaces.get(id)).filter(space -> space.access() != Access.NONE);
    }

    public boolean canRead(String id) {
        // Called for each connection of a list, so this avoids an Optional.
        SpaceEntity space = spaces.get(id);
        return space != null && space.access() != Access.NONE;
    }

    public boolean canWrite(String id) {
        SpaceEntity space = spaces.get(id);
        return space != null && space.access() == Access.WRITE;
    }

    /**
     * Returns a space in which callers can create connections.
     *
     * @throws ApiErrorException 403 if the space is unknown or not writable; the API does not distinguish these cases
     */
    public SpaceEntity writable(String id) {
        return find(id).filter(space -> space.access() == Access.WRITE)
                .orElseThrow(() -> ApiErrorException.forbidden("No permission to change connections in space " + id));
    }
}
