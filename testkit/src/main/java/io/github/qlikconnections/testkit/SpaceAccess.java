package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;

/** What the users of a {@link FakeTenant} may do in a space. */
public enum SpaceAccess {
    /** Read and change what is in it; how every space begins. */
    WRITE(SpaceEntity.Access.WRITE),
    /** Read what is in it; every change is answered 403. */
    READ(SpaceEntity.Access.READ),
    /** Not know of it: the space is answered 404, a connection in it 403, and lists leave both out. */
    NONE(SpaceEntity.Access.NONE);

    final SpaceEntity.Access access;

    SpaceAccess(SpaceEntity.Access access) {
        this.access = access;
    }
}
