package io.github.qlikconnections;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.validation.ValidationReport;

/**
 * The data connections of the tenant: the data-connections document of the API. Thread-safe.
 *
 * <p>Every method can throw the types of {@link io.github.qlikconnections.error}; below, only those with a meaning of their
 * own are named.
 */
public interface DataConnections {

    /**
     * Holds a draft against the tenant's own specification of its data source, and its space against the tenant's spaces.
     * Nothing is changed on the tenant.
     *
     * @param draft what is to be created
     * @return everything found, in one report
     */
    ValidationReport validate(ConnectionDraft draft);

    /**
     * Creates a connection ({@code POST /data-connections}), after {@link #validate(ConnectionDraft)} found no error. Fails if
     * one of the same name exists in the space.
     *
     * @param draft what to create; values are sent in the types that the specification declares
     * @return the connection as the tenant describes it
     * @throws io.github.qlikconnections.error.InvalidConnectionException if the draft has errors; nothing was sent
     * @throws io.github.qlikconnections.error.ConflictException if the name is in use in that space
     * @throws io.github.qlikconnections.error.NotFoundException if the draft selects credentials that do not exist
     * @throws io.github.qlikconnections.error.TransportException if no answer came; ask it whether the outcome is unknown
     */
    DataConnection create(ConnectionDraft draft);

    /**
     * Gets a connection without its properties ({@code GET /data-connections/{qID}}).
     *
     * @param connectionId the id, a UUID
     * @return the connection
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id or the caller may not see it
     */
    DataConnection get(String connectionId);

    /**
     * Gets a connection with its properties, which hold no secrets ({@code GET /data-connections/{qID}?parseConnection=true}).
     *
     * @param connectionId the id, a UUID
     * @return the connection, {@link DataConnection#properties()} filled
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id or the caller may not see it
     */
    DataConnection getWithProperties(String connectionId);

    /**
     * Deletes a connection ({@code DELETE /data-connections/{qID}}). Separated credentials outlive it.
     *
     * @param connectionId the id, a UUID
     * @return true when it was deleted, false when there was none
     */
    boolean delete(String connectionId);
}
