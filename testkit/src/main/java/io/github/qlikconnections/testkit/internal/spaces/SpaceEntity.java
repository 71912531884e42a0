package io.github.qlikconnections.testkit.internal.spaces;

import java.time.Instant;

/** A space. {@code access} applies to all users of the tenant. */
public record SpaceEntity(String id, String name, String type, String description, Access access, Instant created) {

    /** The access of callers to a space. */
    public enum Access {
        /** Callers can read and change the content. */
        WRITE,
        /** Callers can read the content. */
        READ,
        /** The space is not visible. */
        NONE
    }

    SpaceEntity withAccess(Access other) {
        return new SpaceEntity(id, name, type, description, other, created);
    }
}
