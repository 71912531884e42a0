package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi.GetDataConnectionParams;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi.ListDataConnectionsParams;
import io.github.qlikconnections.client.dataconnections.api.DataConnectionsApi.PatchDataConnectionParams;
import io.github.qlikconnections.client.dataconnections.model.Connections;
import io.github.qlikconnections.client.dataconnections.model.CreateResponse;
import io.github.qlikconnections.client.dataconnections.model.PageHref;
import io.github.qlikconnections.client.dataconnections.model.TopLevelLink;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.OAuthChallenge;
import io.github.qlikconnections.model.ScimFilter;
import io.github.qlikconnections.model.SpaceRef;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls the operations of {@code data-connections.yaml} and maps them to types of the library. This class is thread-safe. */
public final class DataConnectionsGateway {

    private static final int PAGE_SIZE = 100;

    private final ApiClientFactory clients;
    private final ConnectionMapper mapper;

    /** Creates a gateway that sends its requests with the clients of this factory. */
    public DataConnectionsGateway(ApiClientFactory clients) {
        this.clients = clients;
        this.mapper = new ConnectionMapper(clients.json());
    }

    /** Creates a connection in the space with this id, or in the personal space if it is null. */
    public DataConnection create(Deadline deadline, ConnectionDraft draft, @Nullable String spaceId) {
        Call call = createCall(deadline, draft);
        CreateResponse response = api(call).createDataConnection(CreateRequestMapper.toRequest(draft, spaceId));
        if (response.authUrl != null) {
            throw new UnexpectedResponseException(
                    call.failureMessage("the data source requires an interactive sign-in. Nothing was created. Use"
                            + " beginOAuth(draft)."),
                    201);
        }
        return mapper.fromCreateResponse(response, call);
    }

    /** Returns a connection by id, with its parsed properties if requested. */
    public DataConnection get(Deadline deadline, String connectionId, boolean withProperties) {
        String id = PathSegment.requireValid(connectionId, "connection id");
        Call call = new Call(Operation.GET_CONNECTION, "connection " + id, deadline);
        return mapper.fromGetResponse(
                api(call)
                        .getDataConnection(
                                id, new GetDataConnectionParams().parseConnection(trueOrNull(withProperties))),
                id);
    }

    /** Deletes a connection by id. */
    public void delete(Deadline deadline, String connectionId) {
        String id = PathSegment.requireValid(connectionId, "connection id");
        Call call = new Call(Operation.DELETE_CONNECTION, "connection " + id, deadline);
        api(call).deleteDataConnection(id);
    }

    /** Returns one page of the connections that match a query, restricted to the space with this id unless it is null. */
    public Page<DataConnection> list(
            Deadline deadline, ConnectionQuery query, @Nullable String spaceId, @Nullable String cursor) {
        boolean personal = query.space().filter(SpaceRef::isPersonal).isPresent();
        Call call = new Call(Operation.LIST_CONNECTIONS, "", deadline);
        Connections page = api(call)
                .listDataConnections(new ListDataConnectionsParams()
                        .spaceId(spaceId)
                        .personal(trueOrNull(personal))
                        .ownedByMe(trueOrNull(query.ownedByMe()))
                        .limit(PAGE_SIZE)
                        .sort(query.sort().orElse(null))
                        .page(cursor)
                        .noDatafiles(trueOrNull(!query.includeDataFiles()))
                        .userId(query.userId().orElse(null))
                        .filter(query.filter().map(ScimFilter::toString).orElse(null))
                        .includeDisabled(trueOrNull(query.includeDisabled())));
        ListResponseValidator validator = new ListResponseValidator();
        validator.addErrors(ResponseLists.map(page.errors, ApiErrorMapper::toApiError));
        validator.validateData(page.data);
        TopLevelLink links = page.links;
        PageHref nextLink = links == null ? null : links.next;
        String nextCursor = validator.nextCursor(nextLink == null ? null : nextLink.href, "page");
        List<DataConnection> connections =
                validator.withoutMissingIds(ResponseLists.map(page.data, mapper::fromGetResponse));
        return new Page<>(
                query.includeDataFiles()
                        ? connections
                        : connections.stream()
                                .filter(connection -> !isDataFile(connection))
                                .toList(),
                connections.size(),
                nextCursor,
                validator.warnings());
    }

    /** The tenant does not apply every condition to data files, so they are filtered here too. */
    private static boolean isDataFile(DataConnection connection) {
        return connection
                .connectorType()
                .filter(WireNames.DATA_FILES_TYPE::equalsIgnoreCase)
                .isPresent();
    }

    /** Patches a connection by id, with one request. */
    public void patch(Deadline deadline, String connectionId, ConnectionPatch patch) {
        String id = PathSegment.requireValid(connectionId, "connection id");
        Call call = new Call(
                Operation.PATCH_CONNECTION,
                "connection " + id,
                deadline,
                Redactor.of(() -> PatchRequestMapper.secrets(patch)));
        String code = patch.authCode().map(Secret::reveal).orElse(null);
        api(call)
                .patchDataConnection(
                        id, PatchRequestMapper.toRequest(patch), new PatchDataConnectionParams().qlikAuthCode(code));
    }

    /** Replaces a connection by id. */
    public void replace(
            Deadline deadline, String connectionId, ConnectionReplacement replacement, @Nullable String spaceId) {
        String id = PathSegment.requireValid(connectionId, "connection id");
        Call call = new Call(
                Operation.REPLACE_CONNECTION,
                "connection " + id,
                deadline,
                redactor(replacement.connectionSecret(), replacement.additionalMembers()));
        api(call).updateDataConnection(id, ReplaceRequestMapper.toRequest(id, replacement, spaceId));
    }

    /** Duplicates a connection by id, in the space with this id, or in that of the original if it is null. */
    public DataConnection duplicate(
            Deadline deadline, String connectionId, DuplicateOptions options, @Nullable String spaceId) {
        Call call = new Call(
                Operation.DUPLICATE_CONNECTION,
                "connection " + connectionId,
                deadline,
                redactor(options.password(), options.additionalMembers()));
        return mapper.fromCreateResponse(
                api(call).duplicateDataConnection(DuplicateRequestMapper.toRequest(connectionId, options, spaceId)),
                call);
    }

    /**
     * Requests the URL of an interactive sign-in. The tenant may create the connection instead. The {@link #secretMembers} are not sent.
     *
     * @param original the draft of the caller, for the challenge
     * @param draft the same draft in the form that is sent
     */
    public OAuthChallenge begin(
            Deadline deadline, ConnectionDraft original, ConnectionDraft draft, @Nullable String spaceId) {
        Call call = createCall(deadline, draft);
        CreateResponse response = api(call).createDataConnection(CreateRequestMapper.toOAuthRequest(draft, spaceId));
        if (response.authUrl == null) {
            return OAuthChallenge.of(original, null, mapper.fromCreateResponse(response, call));
        }
        try {
            return OAuthChallenge.of(original, URI.create(response.authUrl), null);
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(
                    call.failureMessage("the address of the sign-in is not a URL. Nothing was created."), 201);
        }
    }

    /** Returns the names of the additional members of a draft that are or contain a secret. */
    public static Set<String> secretMembers(ConnectionDraft draft) {
        return CreateRequestMapper.secretMembers(draft);
    }

    private static Call createCall(Deadline deadline, ConnectionDraft draft) {
        return new Call(
                Operation.CREATE_CONNECTION,
                new ConnectionLabel(draft.name(), draft.space()),
                deadline,
                Redactor.of(() -> CreateRequestMapper.secrets(draft)));
    }

    private record ConnectionLabel(String name, SpaceRef space) {

        @Override
        public String toString() {
            return "connection \"" + name + "\" in " + space;
        }
    }

    private static @Nullable Boolean trueOrNull(boolean value) {
        return value ? Boolean.TRUE : null;
    }

    private static Redactor redactor(Optional<Secret> secret, Map<String, Object> additionalMembers) {
        return Redactor.of(() -> {
            List<Secret> secrets = new ArrayList<>(secret.stream().toList());
            SecretCollector.collect(additionalMembers, secrets);
            return secrets;
        });
    }

    private DataConnectionsApi api(Call call) {
        return new DataConnectionsApi(clients.forCall(call));
    }
}
