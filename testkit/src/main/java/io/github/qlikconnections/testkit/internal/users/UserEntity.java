package io.github.qlikconnections.testkit.internal.users;

import io.github.qlikconnections.testkit.internal.http.Principal;

/** A user. A tenant admin has the role TenantAdmin. */
record UserEntity(String id, String name, String email, boolean admin) {

    /** Creates a user with a name and an email address that are derived from the id. */
    static UserEntity of(Principal principal) {
        String id = principal.userId();
        return new UserEntity(id, "User " + id, id + "@example.com", principal.admin());
    }

    UserEntity withDetails(String otherName, String otherEmail) {
        return new UserEntity(id, otherName, otherEmail, admin);
    }
}
