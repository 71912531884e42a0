package io.github.qlikconnections;

import io.github.qlikconnections.model.User;

/**
 * Reads users of the tenant: the caller and the owners of connections.
 *
 * <p>Every method can throw the exceptions of {@link io.github.qlikconnections.error}.
 *
 * <p>This class is thread-safe.
 */
public interface Users {

    /**
     * Gets the user to whom the API key or token belongs ({@code GET /users/me} and {@code GET /users/{userId}}). Two requests of
     * the read tier, which change nothing.
     *
     * <p>Suited to a check at start-up: the tenant has accepted the key if this method returns or throws a
     * {@link io.github.qlikconnections.error.PermissionDeniedException}.
     *
     * @return the user
     * @throws io.github.qlikconnections.error.AuthenticationException if the tenant does not accept the key
     * @throws io.github.qlikconnections.error.PermissionDeniedException if the key is accepted, but its user may not read users
     */
    User me();

    /**
     * Gets one user ({@code GET /users/{userId}}).
     *
     * @param userId the id, for example that of {@link io.github.qlikconnections.model.DataConnection#ownerId()}
     * @return the user
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id
     * @throws io.github.qlikconnections.error.PermissionDeniedException if the caller may not read this user
     */
    User get(String userId);
}
