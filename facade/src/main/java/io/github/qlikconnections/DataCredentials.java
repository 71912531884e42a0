package io.github.qlikconnections;

import io.github.qlikconnections.model.DataCredential;
import java.util.List;
import java.util.Optional;

/**
 * Separated credentials: the data-credentials document of the API. They come into being when a connection is created with
 * {@code separateCredentials(name)}, and they outlive it. The API has no list of them, but for the orphans. Thread-safe.
 *
 * <p>Every method can throw the types of {@link io.github.qlikconnections.error}; below, only those with a meaning of their
 * own are named.
 */
public interface DataCredentials {

    /**
     * Gets credentials by id ({@code GET /data-credentials/{qID}}).
     *
     * @param credentialsId the id
     * @return the credentials, without their secrets
     * @throws io.github.qlikconnections.error.NotFoundException if there are none of this id
     */
    DataCredential get(String credentialsId);

    /**
     * Finds credentials by name ({@code GET /data-credentials/{name}?byCredentialName=true}).
     *
     * @param name the whole name, with any characters
     * @return the credentials, empty when there are none
     */
    Optional<DataCredential> findByName(String name);

    /**
     * Renames credentials ({@code PATCH /data-credentials/{qID}}).
     *
     * @param credentialsId the id
     * @param newName a name that is free
     * @throws io.github.qlikconnections.error.NotFoundException if there are none of this id
     * @throws io.github.qlikconnections.error.ConflictException if the name is in use
     */
    void rename(String credentialsId, String newName);

    /**
     * Deletes credentials ({@code DELETE /data-credentials/{qID}}).
     *
     * @param credentialsId the id
     * @return true when they were deleted, false when there were none
     */
    boolean delete(String credentialsId);

    /**
     * Lists the credentials that belong to no connection any more ({@code POST /data-credentials/actions/filter-orphan}).
     *
     * @return an unmodifiable list in the order of the tenant
     * @throws io.github.qlikconnections.error.PermissionDeniedException if the caller is not an administrator
     */
    List<DataCredential> orphans();
}
