package io.github.qlikconnections;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DeletionPreview;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.UpdateResult;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.Collection;
import java.util.List;
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
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the draft has errors; nothing was sent
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
     * @throws io.github.qlikconnections.error.UnknownNameException if the query names a space that the caller cannot see
     */
    Paged<DataConnection> list(ConnectionQuery query);

    /**
     * Finds the connection of exactly this name in this space ({@code GET /data-connections} with a filter). A connection that the
     * tenant returns although its name or space is another one is never taken for it.
     *
     * @param name the whole name, with any characters
     * @param space the space to search
     * @return the connection without its properties, empty if there is none
     * @throws io.github.qlikconnections.error.UnknownNameException if there is no such space
     * @throws io.github.qlikconnections.error.NameConflictException if several connections have the name
     * @throws IllegalArgumentException if the name is blank or has control characters
     */
    Optional<DataConnection> findByName(String name, SpaceRef space);

    /**
     * Finds out what {@link #ensure(ConnectionDraft)} would do. Sends GET requests only.
     *
     * @param draft the desired connection
     * @return the plan; an invalid draft gives a plan that is BLOCKED and has the validation report
     */
    ConnectionPlan plan(ConnectionDraft draft);

    /**
     * Finds out what {@link #ensure(ConnectionDraft, EnsureOptions)} would do. Sends GET requests only.
     *
     * @param draft the desired connection
     * @param options when secrets are sent, how tags are treated, and which properties are not returned
     * @return the plan; an invalid draft gives a plan that is BLOCKED and has the validation report
     */
    ConnectionPlan plan(ConnectionDraft draft, EnsureOptions options);

    /**
     * Finds out what {@link #ensureAll(Collection)} would do. Sends GET requests only, within the rate limits of the tenant.
     *
     * @param drafts the desired connections; no two of one name in one space
     * @return a plan for each draft, in the order of the drafts; one that is invalid or could not be looked at is BLOCKED, and the
     *     run continues
     * @throws IllegalArgumentException if two drafts have one name in one space
     */
    List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts);

    /**
     * Finds out what {@link #ensureAll(Collection, EnsureOptions)} would do. Sends GET requests only, within the rate limits of the
     * tenant.
     *
     * @param drafts the desired connections; no two of one name in one space
     * @param options when secrets are sent, how tags are treated, which properties are not returned, and how the run is done
     * @return a plan for each draft, in the order of the drafts; one that is invalid or could not be looked at is BLOCKED, and the
     *     run continues
     * @throws IllegalArgumentException if two drafts have one name in one space
     */
    List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts, EnsureOptions options);

    /**
     * Applies a plan, with the options with which it was made. The tenant is read again, and the plan is refused if the connection
     * changed in the meantime. The API has no way to make a write depend on what was read, so a change within the moment between that
     * read and the write is not noticed.
     *
     * @param plan a plan of this client or of another one
     * @return what was done, as {@link #ensure(ConnectionDraft)} returns it
     * @throws io.github.qlikconnections.error.StalePlanException if the connection has another time of change or other compared
     *     values than when the plan was made, is gone, or is there although the plan creates it; nothing was sent
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the plan is BLOCKED by an invalid draft; nothing was sent
     * @throws io.github.qlikconnections.validation.InvalidPatchException if the plan is BLOCKED by something else; nothing was sent
     * @throws io.github.qlikconnections.error.NameConflictException if the plan is a CONFLICT; nothing was sent
     */
    EnsureResult apply(ConnectionPlan plan);

    /**
     * Ensures that a connection with the draft's name exists in the draft's space and matches the draft.
     *
     * <p>Creates the connection if there is none. Otherwise compares it with the draft and sends all differences in one
     * {@code PATCH}, or in a {@code PUT} if a connect statement changes without a password. Calling this method again with the same
     * draft sends no further write. A write whose outcome is unknown is repeated after the connection was read, up to the number of
     * attempts that the builder allows.
     *
     * <p>Secrets cannot be read back. They are sent on creation and when a change needs them; see
     * {@link io.github.qlikconnections.model.SecretUpdate} and
     * {@link io.github.qlikconnections.model.ConnectionDraft.Builder#secretsVersion(String)}. What the tenant does not return, or
     * returns in another form, is reported and not written again by this client.
     *
     * @param draft the desired connection
     * @return what was done, the changes, and the values that could not be compared
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the draft violates the specification; nothing was sent
     * @throws io.github.qlikconnections.validation.InvalidPatchException if a difference cannot be written, such as an object, or a change
     *     of the host without credentials in the draft; nothing was sent
     * @throws io.github.qlikconnections.error.NameConflictException if the name belongs to a connection of another data source, or to
     *     several connections; nothing was sent
     * @throws IllegalArgumentException if the draft asks only for the address of a sign-in; nothing was sent
     */
    EnsureResult ensure(ConnectionDraft draft);

    /**
     * Ensures a connection with the given options; otherwise as {@link #ensure(ConnectionDraft)}.
     *
     * @param draft the desired connection
     * @param options when secrets are sent, how tags are treated, and which properties are not returned
     * @return what was done, the changes, and the values that could not be compared
     */
    EnsureResult ensure(ConnectionDraft draft, EnsureOptions options);

    /**
     * Ensures many connections concurrently, within the rate limits of the tenant; otherwise as {@link #ensure(ConnectionDraft)}. All
     * drafts are validated before the first write. Existing connections are found by listing the spaces where that takes fewer
     * requests than asking for each name. A draft that fails does not stop the others, unless the tenant rejects the caller. An
     * interruption ends the run with what was done.
     *
     * @param drafts the desired connections; no two of one name in one space
     * @return what was done for each, in the order of the drafts
     * @throws IllegalArgumentException if two drafts have one name in one space, or one asks only for the address of a sign-in; nothing
     *     was sent
     * @throws io.github.qlikconnections.bulk.EnsureFailureException if a draft is invalid, and then nothing was written, or could not
     *     be ensured, or was not started because of an interruption; its report holds the outcome of each
     */
    EnsureReport ensureAll(Collection<ConnectionDraft> drafts);

    /**
     * Ensures many connections with the given options; otherwise as {@link #ensureAll(Collection)}.
     *
     * @param drafts the desired connections; no two of one name in one space
     * @param options when secrets are sent, how tags are treated, which properties are not returned, and how the run is done
     * @return what was done for each, in the order of the drafts
     * @throws IllegalArgumentException if two drafts have one name in one space, or one asks only for the address of a sign-in; nothing
     *     was sent
     * @throws io.github.qlikconnections.bulk.EnsureFailureException if a draft is invalid, and then nothing was written, or could not
     *     be ensured, or was not started because of an interruption; its report holds the outcome of each
     */
    EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options);

    /**
     * Changes a connection in one atomic request ({@code PATCH /data-connections/{qID}}), after the rules of the API and the
     * specification of the source were checked.
     *
     * @param connectionId the id, a UUID
     * @param patch what to change
     * @return what was sent, and what to know about it
     * @throws io.github.qlikconnections.validation.InvalidPatchException if the patch breaks a rule; nothing was sent
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
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id
     * @throws io.github.qlikconnections.error.UnknownNameException if there is no space of the given name
     */
    void replace(String connectionId, ConnectionReplacement replacement);

    /**
     * Gives a connection new inline credentials and changes nothing else.
     *
     * @param connectionId the id, a UUID
     * @param secrets the secrets by property name, such as {@code password}; at least one
     * @return what was sent, without values
     * @throws io.github.qlikconnections.validation.InvalidPatchException if a name is not a property of the source; nothing was sent
     */
    UpdateResult rotateCredentials(String connectionId, Map<String, Secret> secrets);

    /**
     * Gives many connections new credentials, several at a time and paced to the tenant's rate limit. One that fails does not
     * stop the others. Credentials cannot be read back, so where an answer is lost no look can tell whether the tenant has the new
     * ones: such an item is {@link io.github.qlikconnections.bulk.RotationOutcome#UNKNOWN}, and another run settles it.
     *
     * @param query which connections; begin with {@link RotationOptions.Builder#dryRun(boolean)}, which only lists them
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
     * @throws io.github.qlikconnections.error.UnknownNameException if there is no space of the given name; no connection was moved
     * @throws io.github.qlikconnections.bulk.BulkFailureException if one was not moved or its fate is
     *     unknown; what broke the run off, if anything did, is its cause
     */
    BulkResult move(Collection<String> connectionIds, SpaceRef space);

    /**
     * Gives connections to another user ({@code POST /data-connections/actions/update}, 100 at a time). Their credentials do not
     * go with them. Needs the role TenantAdmin. A lost answer is settled as in {@link #move(Collection, SpaceRef)}.
     *
     * @param connectionIds which connections
     * @param userId the new owner
     * @throws IllegalArgumentException if the user id is null or blank; nothing was sent
     * @return what became of each, all of them done
     * @throws io.github.qlikconnections.bulk.BulkFailureException if one did not change its owner or its fate is
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
     * @throws io.github.qlikconnections.bulk.BulkFailureException if one was not deleted or its fate is
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
     * @throws io.github.qlikconnections.bulk.BulkFailureException if one was not deleted or its fate is
     *     unknown; what broke the run off, if anything did, is its cause
     */
    BulkResult deleteAll(DeletionPreview preview);

    /**
     * Begins the creation of a connection for which a person has to sign in.
     *
     * <p>The draft needs no {@code authCode} yet. The request has an empty one and none of the secrets, which are sent by
     * {@link #completeOAuth(OAuthChallenge, Secret)}. If the tenant creates the connection at once, its secrets follow in a {@code PATCH}.
     *
     * @param draft what to create
     * @return where the person must go, or the connection if the tenant created it at once because its source needs no sign-in
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the draft has errors; nothing was sent
     */
    OAuthChallenge beginOAuth(ConnectionDraft draft);

    /**
     * Creates the connection of a challenge with the code that the person got.
     *
     * @param challenge what {@link #beginOAuth(ConnectionDraft)} gave
     * @param code the code from the browser
     * @return the connection; that of the challenge if it was created at once
     */
    DataConnection completeOAuth(OAuthChallenge challenge, Secret code);
}
