package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;

/** The access of the users of a {@link FakeTenant} to a space. */
public enum SpaceAccess {
    /** Users can read and change the content of the space. This is the default. */
    WRITE(SpaceEntity.Access.WRITE),
    /** Users can read the content of the space. Every change is rejected with 403. */
    READ(SpaceEntity.Access.READ),
    /** A request for the space returns 404, one for a connection in it 403. Lists contain neither. */
    NONE(SpaceEntity.Access.NONE);

    final SpaceEntity.Access access;

    SpaceAccess(SpaceEntity.Access access) {
        this.access = access;
    }
}
