package io.github.qlikconnections.testkit.internal.spaces;

import java.time.Instant;

/** A space; {@code access} is what the tenant's users may do in it. */
public record SpaceEntity(String id, String name, String type, String description, Access access, Instant created) {

    /** What callers may do in a space. */
    public enum Access {
        /** Read and change what is in it. */
        WRITE,
        /** See what is in it. */
        READ,
        /** Not even know of it. */
        NONE
    }

    SpaceEntity withAccess(Access other) {
        return new SpaceEntity(id, name, type, description, other, created);
    }
}
