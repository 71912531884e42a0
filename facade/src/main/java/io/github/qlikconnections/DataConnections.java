package io.github.qlikconnections;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.BulkOptions;
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
 * Reads and changes the data connections of the tenant (document data-connections of the API).
 *
 * <p>Every method can throw the exceptions of {@link io.github.qlikconnections.error}. The methods document only those
 * that have a specific meaning for them.
 *
 * <p>This class is thread-safe.
 */
public interface DataConnections {

    /**
     * Validates a draft against the specification of its data source on the tenant, and looks up its space. Sends GET
     * requests only.
     *
     * @param draft the desired connection
     * @return a report of all violations, notes included
     */
    ValidationReport validate(ConnectionDraft draft);

    /**
     * Creates a connection ({@code POST /data-connections}). Validates the draft first, as
     * {@link #validate(ConnectionDraft)} does. Fails if the space has a connection of the same name.
     *
     * @param draft the desired connection; values are sent in the types that the specification declares
     * @return the created connection as the tenant returned it
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the draft has errors; nothing was sent
     * @throws io.github.qlikconnections.error.ConflictException if the name is in use in that space
     * @throws io.github.qlikconnections.error.NotFoundException if the draft selects credentials that do not exist
     * @throws io.github.qlikconnections.error.TransportException if no response arrived; see
     *     {@link io.github.qlikconnections.error.TransportException#outcomeUnknown()}
     */
    DataConnection create(ConnectionDraft draft);

    /**
     * Gets a connection without its properties ({@code GET /data-connections/{qID}}).
     *
     * @param connectionId the id, a UUID
     * @return the connection
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id or the caller may not see
     *     it
     */
    DataConnection get(String connectionId);

    /**
     * Gets a connection with its properties ({@code GET /data-connections/{qID}?parseConnection=true}). The properties
     * contain no secrets.
     *
     * @param connectionId the id, a UUID
     * @return the connection, including {@link DataConnection#properties()}
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id or the caller may not see
     *     it
     */
    DataConnection getWithProperties(String connectionId);

    /**
     * Deletes a connection ({@code DELETE /data-connections/{qID}}). Separated credentials are kept.
     *
     * @param connectionId the id, a UUID
     * @return true if the connection was deleted, including by an earlier attempt of this call whose response was lost;
     *     false if there was none
     */
    boolean delete(String connectionId);

    /**
     * Lists connections ({@code GET /data-connections}), 100 per page. The first page is fetched when the first item is
     * read.
     *
     * @param query the criteria
     * @return the connections, without their properties
     * @throws io.github.qlikconnections.error.UnknownNameException if the query names a space that the caller cannot
     *     see
     */
    Paged<DataConnection> list(ConnectionQuery query);

    /**
     * Finds the connection with exactly this name in this space ({@code GET /data-connections} with a filter).
     * Connections with another name or space are ignored, even if the tenant returns them.
     *
     * @param name the whole name, with any characters
     * @param space the space to search
     * @return the connection without its properties; empty if there is none
     * @throws io.github.qlikconnections.error.UnknownNameException if there is no such space
     * @throws io.github.qlikconnections.error.NameConflictException if several connections have the name
     * @throws IllegalArgumentException if the name is blank or has control characters
     */
    Optional<DataConnection> findByName(String name, SpaceRef space);

    /**
     * Returns what {@link #ensure(ConnectionDraft)} would do. Sends GET requests only.
     *
     * @param draft the desired connection
     * @return the plan; for an invalid draft, it is BLOCKED and has the validation report
     */
    ConnectionPlan plan(ConnectionDraft draft);

    /**
     * Returns what {@link #ensure(ConnectionDraft, EnsureOptions)} would do. Sends GET requests only.
     *
     * @param draft the desired connection
     * @param options when secrets are sent, how tags are treated, and which properties are not compared
     * @return the plan; for an invalid draft, it is BLOCKED and has the validation report
     */
    ConnectionPlan plan(ConnectionDraft draft, EnsureOptions options);

    /**
     * Returns what {@link #ensureAll(Collection)} would do. Sends GET requests only, within the rate limits of the
     * tenant.
     *
     * @param drafts the desired connections, with distinct names within a space
     * @return a plan for each draft, in the order of the drafts; it is BLOCKED if, for example, the draft is
     *     invalid or its connection could not be read
     * @throws IllegalArgumentException if two drafts have the same name and space
     */
    List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts);

    /**
     * Returns what {@link #ensureAll(Collection, EnsureOptions)} would do. Sends GET requests only, within the rate
     * limits of the tenant.
     *
     * @param drafts the desired connections, with distinct names within a space
     * @param options when secrets are sent, how tags are treated, which properties are not compared, and how the run is
     *     executed
     * @return a plan for each draft, in the order of the drafts; it is BLOCKED if, for example, the draft is
     *     invalid or its connection could not be read
     * @throws IllegalArgumentException if two drafts have the same name and space
     */
    List<ConnectionPlan> planAll(Collection<ConnectionDraft> drafts, EnsureOptions options);

    /**
     * Applies a plan with the options of the plan. Reads the connection again and rejects the plan if the connection
     * changed in the meantime.
     *
     * <p>The API has no conditional writes. A change between this read and the write is therefore not detected.
     *
     * @param plan a plan of this client or of another one
     * @return what was done, as {@link #ensure(ConnectionDraft)} returns it
     * @throws io.github.qlikconnections.error.StalePlanException if the modification time or a compared value of the
     *     connection changed since the plan was made, if the connection was deleted, or if it exists although the plan
     *     creates it; nothing was sent
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the plan is BLOCKED by an invalid
     *     draft; nothing was sent
     * @throws io.github.qlikconnections.validation.InvalidPatchException if the plan is BLOCKED by its
     *     {@linkplain ConnectionPlan#violations() violations}; nothing was sent
     * @throws io.github.qlikconnections.error.QlikException if the plan is BLOCKED because the tenant could not be read
     *     or the run was stopped; nothing was sent
     * @throws io.github.qlikconnections.error.NameConflictException if the plan is a CONFLICT; nothing was sent
     */
    EnsureResult apply(ConnectionPlan plan);

    /**
     * Ensures that a connection with the draft's name exists in the draft's space and matches the draft.
     *
     * <p>Creates the connection if there is none. Otherwise compares it with the draft and sends all differences in one
     * {@code PATCH}, or in a {@code PUT} if a connect statement changes without a password. Calling this method again
     * with the same draft sends no further write. If the outcome of a write is unknown, this method reads the
     * connection before it repeats the write. The number of attempts is limited by
     * {@link QlikClientBuilder#maxAttempts(int)}.
     *
     * <p>Secrets cannot be read back. They are sent on creation and when a change needs them; see
     * {@link io.github.qlikconnections.model.SecretUpdate} and
     * {@link io.github.qlikconnections.model.ConnectionDraft.Builder#secretsVersion(String)}. Values that the tenant
     * does not return, or returns in another form, are reported and not written again by this client.
     *
     * @param draft the desired connection
     * @return what was done, the changes, and the values that could not be compared
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the draft violates the specification;
     *     nothing was sent
     * @throws io.github.qlikconnections.validation.InvalidPatchException if a difference cannot be written, such as an
     *     object, or a change of the host without credentials in the draft; nothing was sent
     * @throws io.github.qlikconnections.error.NameConflictException if the name belongs to a connection of another data
     *     source, or to several connections; nothing was sent
     * @throws IllegalArgumentException if the draft only requests a sign-in address; nothing was sent
     */
    EnsureResult ensure(ConnectionDraft draft);

    /**
     * Ensures a connection with the given options. See {@link #ensure(ConnectionDraft)}.
     *
     * @param draft the desired connection
     * @param options when secrets are sent, how tags are treated, and which properties are not compared
     * @return what was done, the changes, and the values that could not be compared
     */
    EnsureResult ensure(ConnectionDraft draft, EnsureOptions options);

    /**
     * Ensures many connections concurrently, within the rate limits of the tenant. See
     * {@link #ensure(ConnectionDraft)}.
     *
     * <p>All drafts are validated before the first write. Existing connections are found by listing a space if that
     * takes fewer requests than one search per name.
     *
     * <p>A draft that fails does not stop the others, unless the tenant rejects the caller. An interruption and
     * {@link EnsureOptions.Builder#stopWhen} stop the run; the exception then reports what was done.
     *
     * @param drafts the desired connections, with distinct names within a space
     * @return the outcome of each draft, in the order of the drafts
     * @throws IllegalArgumentException if two drafts have the same name and space, or one only requests a sign-in
     *     address; nothing was sent
     * @throws io.github.qlikconnections.bulk.EnsureFailureException if a draft is invalid (nothing was written then),
     *     could not be ensured, or was not started; its report contains the outcome of each draft
     */
    EnsureReport ensureAll(Collection<ConnectionDraft> drafts);

    /**
     * Ensures many connections with the given options. See {@link #ensureAll(Collection)}.
     *
     * @param drafts the desired connections, with distinct names within a space
     * @param options when secrets are sent, how tags are treated, which properties are not compared, and how the run is
     *     executed
     * @return the outcome of each draft, in the order of the drafts
     * @throws IllegalArgumentException if two drafts have the same name and space, or one only requests a sign-in
     *     address; nothing was sent
     * @throws io.github.qlikconnections.bulk.EnsureFailureException if a draft is invalid (nothing was written then),
     *     could not be ensured, or was not started; its report contains the outcome of each draft
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    EnsureReport ensureAll(Collection<ConnectionDraft> drafts, EnsureOptions options);

    /**
     * Changes a connection in one atomic request ({@code PATCH /data-connections/{qID}}). Validates the patch first
     * against the rules of the API and the specification of the data source.
     *
     * @param connectionId the id, a UUID
     * @param patch the changes
     * @return the changes that were sent, and warnings
     * @throws io.github.qlikconnections.validation.InvalidPatchException if the patch violates a rule; nothing was sent
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id
     * @throws io.github.qlikconnections.error.ConflictException if a new name is in use
     */
    UpdateResult update(String connectionId, ConnectionPatch patch);

    /**
     * Replaces the definition of a connection ({@code PUT /data-connections/{qID}}). Intended for connections with a
     * connect statement.
     *
     * <p>This method cannot rotate inline credentials. Use {@link #rotateCredentials(String, Map)} for that.
     *
     * @param connectionId the id, a UUID
     * @param replacement the complete new definition
     * @throws io.github.qlikconnections.error.NotFoundException if there is none of this id
     * @throws io.github.qlikconnections.error.UnknownNameException if there is no space of the given name
     */
    void replace(String connectionId, ConnectionReplacement replacement);

    /**
     * Replaces inline credentials of a connection ({@code PATCH /data-connections/{qID}}) and does not change other
     * values.
     *
     * @param connectionId the id, a UUID
     * @param secrets the secrets by property name, such as {@code password}; at least one
     * @return the changes that were sent, without secret values
     * @throws io.github.qlikconnections.validation.InvalidPatchException if a name is not a property of the data
     *     source; nothing was sent
     */
    UpdateResult rotateCredentials(String connectionId, Map<String, Secret> secrets);

    /**
     * Replaces the credentials of many connections concurrently, within the rate limits of the tenant. A connection
     * that fails does not stop the others.
     *
     * <p>Credentials cannot be read back. If a response is lost, the item is
     * {@link io.github.qlikconnections.bulk.RotationOutcome#UNKNOWN}. Pass the report to
     * {@link #rotateCredentials(RotationReport, CredentialSupplier, RotationOptions)} to repeat such items.
     *
     * @param query the criteria of the connections; start with {@link RotationOptions.Builder#dryRun(boolean)}, which
     *     only lists them
     * @param supplier returns the new credentials of each connection
     * @param options whether to write, the parallelism, the progress listener, and the stop condition
     * @return the outcome of each connection
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    RotationReport rotateCredentials(ConnectionQuery query, CredentialSupplier supplier, RotationOptions options);

    /**
     * Continues an earlier rotation. Processes the connections that are planned, failed or unknown, and skips those
     * that were rotated.
     *
     * @param earlier the report of a dry run or of a run with failures
     * @param supplier returns the new credentials of each connection
     * @param options whether to write, the parallelism, the progress listener, and the stop condition
     * @return the outcome of each processed connection
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    RotationReport rotateCredentials(RotationReport earlier, CredentialSupplier supplier, RotationOptions options);

    /**
     * Moves connections to a space ({@code POST /data-connections/actions/update}, 100 per request). Requires the role
     * TenantAdmin.
     *
     * <p>If a response is lost, each connection is read once, without delay, to determine its outcome. A tenant that is
     * still processing the request may complete it later.
     *
     * @param connectionIds the ids of the connections
     * @param space the target space
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.error.UnknownNameException if there is no space of the given name; no
     *     connection was moved
     * @throws io.github.qlikconnections.bulk.BulkFailureException if a connection was not moved or its outcome is
     *     unknown; its cause is the exception that aborted the run, if any
     */
    BulkResult move(Collection<String> connectionIds, SpaceRef space);

    /**
     * Moves connections to a space with the given options. See {@link #move(Collection, SpaceRef)}.
     *
     * @param connectionIds the ids of the connections
     * @param space the target space
     * @param options the journal and the stop condition of the run
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    BulkResult move(Collection<String> connectionIds, SpaceRef space, BulkOptions options);

    /**
     * Changes the owner of connections ({@code POST /data-connections/actions/update}, 100 per request). Credentials
     * are not transferred. Requires the role TenantAdmin. A lost response is handled as in
     * {@link #move(Collection, SpaceRef)}.
     *
     * @param connectionIds the ids of the connections
     * @param userId the id of the new owner
     * @throws IllegalArgumentException if the user id is null or blank; nothing was sent
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.bulk.BulkFailureException if the owner of a connection was not changed or its
     *     outcome is unknown; its cause is the exception that aborted the run, if any
     */
    BulkResult changeOwner(Collection<String> connectionIds, String userId);

    /**
     * Changes the owner of connections with the given options. See {@link #changeOwner(Collection, String)}.
     *
     * @param connectionIds the ids of the connections
     * @param userId the id of the new owner
     * @param options the journal and the stop condition of the run
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    BulkResult changeOwner(Collection<String> connectionIds, String userId, BulkOptions options);

    /**
     * Copies a connection ({@code POST /data-connections/actions/duplicate}).
     *
     * @param connectionId the id of the original
     * @param options the differences from the original
     * @return the copy
     * @throws io.github.qlikconnections.error.ConflictException if the name is in use
     */
    DataConnection duplicate(String connectionId, DuplicateOptions options);

    /**
     * Deletes connections ({@code POST /data-connections/actions/delete}, 100 per request). Requires the role
     * TenantAdmin. A lost response is handled as in {@link #move(Collection, SpaceRef)}: a connection that is not found
     * counts as deleted.
     *
     * @param connectionIds the ids of the connections
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.bulk.BulkFailureException if a connection was not deleted or its outcome is
     *     unknown; its cause is the exception that aborted the run, if any
     */
    BulkResult deleteAll(Collection<String> connectionIds);

    /**
     * Deletes connections with the given options. See {@link #deleteAll(Collection)}.
     *
     * @param connectionIds the ids of the connections
     * @param options the journal and the stop condition of the run
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    BulkResult deleteAll(Collection<String> connectionIds, BulkOptions options);

    /**
     * Lists the connections that a deletion by query would delete ({@code GET /data-connections}). Deletes nothing.
     *
     * @param query the criteria
     * @return the connections
     * @throws io.github.qlikconnections.error.IncompleteListException if the tenant could not list all of them
     */
    DeletionPreview previewDeletion(ConnectionQuery query);

    /**
     * Deletes the connections of a preview, as {@link #deleteAll(Collection)} does.
     *
     * @param preview the connections to delete
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.bulk.BulkFailureException if a connection was not deleted or its outcome is
     *     unknown; its cause is the exception that aborted the run, if any
     */
    BulkResult deleteAll(DeletionPreview preview);

    /**
     * Deletes the connections of a preview with the given options. See {@link #deleteAll(Collection)}.
     *
     * @param preview the connections to delete
     * @param options the journal and the stop condition of the run
     * @return the outcome of each connection; all are done
     * @throws io.github.qlikconnections.error.JournalException if the options have a journal that cannot be used; no
     *     write was sent
     */
    BulkResult deleteAll(DeletionPreview preview, BulkOptions options);

    /**
     * Starts the creation of a connection that requires an interactive sign-in ({@code POST /data-connections}).
     *
     * <p>The draft needs no {@code authCode}. The request contains an empty one and no secrets, which
     * {@link #completeOAuth(OAuthChallenge, Secret)} sends. If the tenant rejects the request with 400, the exception
     * names the secrets that were not sent.
     *
     * <p>A data source without a sign-in creates the connection immediately. Its secrets are then sent in a
     * {@code PATCH}. If that fails, the connection exists without them and the exception names it. Set them with
     * {@link #rotateCredentials(String, Map)}, or delete the connection. A secret in an additional member cannot be set
     * later: the exception asks to delete the connection and to use {@link #create(ConnectionDraft)}.
     *
     * @param draft the desired connection
     * @return the sign-in address, or the connection if the data source needs no sign-in and the tenant created it
     *     immediately
     * @throws io.github.qlikconnections.validation.InvalidConnectionException if the draft has errors; nothing was sent
     * @throws io.github.qlikconnections.error.QlikException if the connection was created immediately and its secrets could
     *     not be set
     */
    OAuthChallenge beginOAuth(ConnectionDraft draft);

    /**
     * Creates the connection of a challenge with the authorization code of the sign-in
     * ({@code POST /data-connections}).
     *
     * @param challenge the result of {@link #beginOAuth(ConnectionDraft)}
     * @param code the authorization code from the browser
     * @return the created connection; the one of the challenge if it was created immediately
     */
    DataConnection completeOAuth(OAuthChallenge challenge, Secret code);
}
