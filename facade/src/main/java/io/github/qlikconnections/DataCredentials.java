package io.github.qlikconnections;

import io.github.qlikconnections.model.DataCredential;
import java.util.List;
import java.util.Optional;

/**
 * Reads and changes separated credentials (document data-credentials of the API).
 *
 * <p>They are created together with a connection by {@code separateCredentials(name)}, and are kept when the connection
 * is deleted. The API lists orphaned credentials only.
 *
 * <p>Every method can throw the exceptions of {@link io.github.qlikconnections.error}. The methods document only those
 * that have a specific meaning for them.
 *
 * <p>This class is thread-safe.
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
     * @return the credentials; empty if there are none
     */
    Optional<DataCredential> findByName(String name);

    /**
     * Renames credentials ({@code PATCH /data-credentials/{qID}}).
     *
     * @param credentialsId the id
     * @param newName a name that is not in use
     * @throws io.github.qlikconnections.error.NotFoundException if there are none of this id
     * @throws io.github.qlikconnections.error.ConflictException if the name is in use
     */
    void rename(String credentialsId, String newName);

    /**
     * Deletes credentials ({@code DELETE /data-credentials/{qID}}).
     *
     * @param credentialsId the id
     * @return true if they were deleted; false if there were none
     */
    boolean delete(String credentialsId);

    /**
     * Lists the credentials that no longer belong to a connection
     * ({@code POST /data-credentials/actions/filter-orphan}).
     *
     * @return an unmodifiable list in the order of the response
     * @throws io.github.qlikconnections.error.PermissionDeniedException if the caller is not an administrator
     */
    List<DataCredential> orphans();
}
