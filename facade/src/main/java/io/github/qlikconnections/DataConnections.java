package io.github.qlikconnections;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.BulkResult;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.CredentialSupplier;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.EnsureReport;
import io.github.qlikconnections.model.EnsureResult;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.RotationOptions;
import io.github.qlikconnections.model.RotationReport;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.model.UpdateResult;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

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
     * @return true when it was deleted, be it by an attempt whose answer was lost; false when there was none
     */
    boolean delete(String connectionId);

    /**
     * Lists connections ({@code GET /data-connections}), 100 to a page. Fetching begins with the first item that is asked for.
     *
     * @param query which connections
     * @return the connections, without their properties
     * @throws io.github.qlikconnections.error.NotFoundException if the query names a space that the caller cannot see
     */
    Paged<DataConnection> list(ConnectionQuery query);

    /**
     * Finds the connection of exactly this name ({@code GET /data-connections/{name}?type=connectionname}).
     *
     * @param name the whole name, with any characters
     * @param space the space to look in
     * @return the connection without its properties, empty when there is none
     * @throws io.github.qlikconnections.error.NotFoundException if there is no such space
     */
    Optional<DataConnection> findByName(String name, SpaceRef space);

    /**
     * Makes sure that a connection of the draft's name in the draft's space holds what the draft names. Doing it twice writes once.
     *
     * <p>None is there: it is created. One to the same data source is there: the properties and tags that the draft names are
     * compared, after both sides were brought to the types and defaults of the specification, and the differences are sent in one
     * patch. Secrets, and user names, which the API keeps with them, cannot be read back: they are sent on create, and on update only when the API demands them, because the
     * host changes, or when {@link EnsureOptions#withSecrets()} says so. Of a file, too, only the presence can be compared.
     *
     * @param draft what must be there
     * @return what was found or done
     * @throws io.github.qlikconnections.error.InvalidConnectionException if the draft has errors; nothing was sent
     * @throws io.github.qlikconnections.error.ConflictException if the name is taken by a connection to another data source or
     *     by more than one
     */
    EnsureResult ensure(ConnectionDraft draft);

    /**
     * The same as {@link #ensure(ConnectionDraft)}, with a say in whether secrets are sent.
     *
     * @param draft what must be there
     * @param options whether secrets are sent on every call
     * @return what was found or done
     */
    EnsureResult ensure(ConnectionDraft draft, EnsureOptions options);

    /**
     * Does the same as {@link #ensure(ConnectionDraft)} for many drafts, several at a time and paced to the tenant's rate limits.
     * All drafts are validated before the first one is written. What is there already is found by listing the spaces where that
     * takes fewer requests than asking for each name. A draft that fails does not stop the others, unless the tenant lets nobody
     * in; a create whose fate is unknown is settled by looking its name up. An interruption ends the run with what was done.
     *
     * @param drafts what must be there; no two of one name in one space
     * @return what was found or done for each, in the order of the drafts
     * @throws IllegalArgumentException if two drafts have one name in one space; nothing was sent
     * @throws io.github.qlikconnections.error.EnsureFailureException if a draft is not valid, and then nothing was written, or
     *     could not be ensured; its report holds what became of each
     */
    EnsureReport ensureAll(Collection<ConnectionDraft> drafts);

    /**
     * The same as {@link #ensureAll(Collection)}, with a say in how it is done.
     *
     * @param drafts what must be there; no two of one name in one space
     * @param options whether secrets are sent on every call, how many drafts are worked on at a time, and who hears of it
     * @return what was found or done for each, in the order of the drafts
     * @throws IllegalArgumentException if two drafts have one name in one space; nothing was sent
     * @throws io.github.qlikconnections.error.EnsureFailureException if a draft is not valid, and then nothing was written, or
     *     could not be ensured; its report holds what became of each
     */
    EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options);

    /**
     * Changes a connection in one atomic request ({@code PATCH /data-connections/{qID}}), after the rules of the API and the
     * specification of the source were checked.
     *
     * @param connectionId the id, a UUID
     * @param patch what to change
     * @return what was sent, and what to know about it
     * @throws io.github.qlikconnections.error.InvalidPatchException if the patch breaks a rule; nothing was sent
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id
     * @throws io.github.qlikconnections.error.ConflictException if a new name is in use
     */
    UpdateResult update(String connectionId, ConnectionPatch patch);

    /**
     * Replaces the definition of a connection ({@code PUT /data-connections/{qID}}). It is for users of connect statements; it
     * cannot rotate inline credentials, which {@link #rotateCredentials(String, Map)} can.
     *
     * @param connectionId the id, a UUID
     * @param replacement the whole new definition
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id, or no such space
     */
    void replace(String connectionId, ConnectionReplacement replacement);

    /**
     * Gives a connection new inline credentials and changes nothing else.
     *
     * @param connectionId the id, a UUID
     * @param secrets the secrets by property name, such as {@code password}; at least one
     * @return what was sent, without values
     * @throws io.github.qlikconnections.error.InvalidPatchException if a name is not a property of the source; nothing was sent
     */
    UpdateResult rotateCredentials(String connectionId, Map<String, Secret> secrets);

    /**
     * Gives many connections new credentials, several at a time and paced to the tenant's rate limit. One that fails does not
     * stop the others. Credentials cannot be read back, so where an answer is lost no look can tell whether the tenant has the new
     * ones: such an item is {@link io.github.qlikconnections.model.RotationOutcome#UNKNOWN}, and another run settles it.
     *
     * @param query which connections; begin with {@link RotationOptions#dryRun()}, which only lists them
     * @param supplier the new credentials of each
     * @param options whether to write, and how
     * @return what became of each
     */
    RotationReport rotateCredentials(ConnectionQuery query, CredentialSupplier supplier, RotationOptions options);

    /**
     * Goes on with an earlier rotation: acts on the connections that were planned, failed or unknown, and leaves those that were
     * rotated alone.
     *
     * @param earlier the report of a dry run or of a run with failures
     * @param supplier the new credentials of each
     * @param options whether to write, and how
     * @return what became of those that were acted on
     */
    RotationReport rotateCredentials(RotationReport earlier, CredentialSupplier supplier, RotationOptions options);

    /**
     * Moves connections to a space ({@code POST /data-connections/actions/update}, 100 at a time). Needs the role TenantAdmin.
     * Where an answer is lost, each connection is got to see whether it was moved, at once: a tenant that is still at it may
     * finish later.
     *
     * @param connectionIds which connections
     * @param space where to
     * @return what became of each, all of them done
     * @throws io.github.qlikconnections.error.BulkFailureException if one was not moved or its fate is
     *     unknown; what broke the run off, if anything did, is its cause
     */
    BulkResult move(Collection<String> connectionIds, SpaceRef space);

    /**
     * Gives connections to another user ({@code POST /data-connections/actions/update}, 100 at a time). Their credentials do not
     * go with them. Needs the role TenantAdmin. A lost answer is settled as in {@link #move(Collection, SpaceRef)}.
     *
     * @param connectionIds which connections
     * @param userId the new owner
     * @return what became of each, all of them done
     * @throws io.github.qlikconnections.error.BulkFailureException if one was not given away or its fate is
     *     unknown; what broke the run off, if anything did, is its cause
     */
    BulkResult changeOwner(Collection<String> connectionIds, String userId);

    /**
     * Copies a connection ({@code POST /data-connections/actions/duplicate}).
     *
     * @param connectionId the id of the original
     * @param options what is to be different
     * @return the copy
     * @throws io.github.qlikconnections.error.ConflictException if the name is in use
     */
    DataConnection duplicate(String connectionId, DuplicateOptions options);

    /**
     * Deletes connections ({@code POST /data-connections/actions/delete}, 100 at a time). Needs the role TenantAdmin. A lost
     * answer is settled as in {@link #move(Collection, SpaceRef)}: what can no longer be got was deleted.
     *
     * @param connectionIds which connections
     * @return what became of each, all of them done
     * @throws io.github.qlikconnections.error.BulkFailureException if one was not deleted or its fate is
     *     unknown; what broke the run off, if anything did, is its cause
     */
    BulkResult deleteAll(Collection<String> connectionIds);

    /**
     * Finds what a deletion by query would delete, and deletes nothing.
     *
     * @param query which connections
     * @return the connections
     * @throws io.github.qlikconnections.error.IncompleteListException if the tenant could not list all of them
     */
    DeletionPreview previewDeletion(ConnectionQuery query);

    /**
     * Deletes what a preview holds, as {@link #deleteAll(Collection)} does.
     *
     * @param preview what to delete
     * @return what became of each, all of them done
     * @throws io.github.qlikconnections.error.BulkFailureException if one was not deleted or its fate is
     *     unknown; what broke the run off, if anything did, is its cause
     */
    BulkResult deleteAll(DeletionPreview preview);

    /**
     * Begins the creation of a connection for which a person has to sign in.
     *
     * @param draft what to create
     * @return where the person must go, or the connection if the tenant created it at once because its source needs no sign-in
     * @throws io.github.qlikconnections.error.InvalidConnectionException if the draft has errors; nothing was sent
     */
    OAuthChallenge beginOAuth(ConnectionDraft draft);

    /**
     * Creates the connection of a challenge with the code that the person got.
     *
     * @param challenge what {@link #beginOAuth(ConnectionDraft)} gave
     * @param code the code from the browser
     * @return the connection; that of the challenge if it was created at once
     */
    DataConnection complete(OAuthChallenge challenge, Secret code);
}
