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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of {@code data-connections.yaml} in own types. Thread-safe. */
public final class DataConnectionsGateway {

    private static final int PAGE_SIZE = 100;

    private final ApiClientFactory clients;
    private final ConnectionMapper answers;

    /** Over this client. */
    public DataConnectionsGateway(ApiClientFactory clients) {
        this.clients = clients;
        this.answers = new ConnectionMapper(clients.json());
    }

    /** Creates in the space of this id, or in the personal space when it is null. */
    public DataConnection create(Deadline deadline, ConnectionDraft draft, @Nullable String spaceId) {
        Call call = creation(deadline, draft);
        CreateResponse answer = api(call).createDataConnection(CreateRequestMapper.of(draft, spaceId));
        if (answer.authUrl != null) {
            throw new UnexpectedResponseException(
                    call.failed("a person has to sign in first, nothing was created. Use beginOAuth(draft)."), 201);
        }
        return answers.created(answer, call);
    }

    /** Gets by id, with the parsed properties if asked for. */
    public DataConnection get(Deadline deadline, String connectionId, boolean withProperties) {
        String id = PathSegment.of(connectionId, "connection id");
        Call call = new Call(Operation.GET_CONNECTION, "connection " + id, deadline);
        return answers.described(
                api(call).getDataConnection(id, new GetDataConnectionParams().parseConnection(flag(withProperties))),
                id);
    }

    /** Deletes by id. */
    public void delete(Deadline deadline, String connectionId) {
        String id = PathSegment.of(connectionId, "connection id");
        Call call = new Call(Operation.DELETE_CONNECTION, "connection " + id, deadline);
        api(call).deleteDataConnection(id);
    }

    /** One page of the connections that a query finds, in the space of this id if it names one. */
    public Page<DataConnection> list(
            Deadline deadline, ConnectionQuery query, @Nullable String spaceId, @Nullable String cursor) {
        boolean personal = query.space().filter(SpaceRef::isPersonal).isPresent();
        Call call = new Call(Operation.LIST_CONNECTIONS, "", deadline);
        Connections page = api(call)
                .listDataConnections(new ListDataConnectionsParams()
                        .spaceId(spaceId)
                        .personal(flag(personal))
                        .ownedByMe(flag(query.ownedByMe()))
                        .limit(PAGE_SIZE)
                        .sort(query.sort().orElse(null))
                        .page(cursor)
                        .noDatafiles(flag(!query.includeDataFiles()))
                        .userId(query.userId().orElse(null))
                        .filter(query.filter().map(ScimFilter::toString).orElse(null))
                        .includeDisabled(flag(query.includeDisabled())));
        ListResponseValidator checks = new ListResponseValidator();
        checks.errors(ResponseLists.each(page.errors, ApiErrorMapper::of));
        checks.data(page.data);
        TopLevelLink links = page.links;
        PageHref next = links == null ? null : links.next;
        String nextCursor = checks.cursor(next == null ? null : next.href, "page");
        List<DataConnection> connections = checks.identified(ResponseLists.each(page.data, answers::described));
        return new Page<>(
                query.includeDataFiles()
                        ? connections
                        : connections.stream()
                                .filter(DataConnectionsGateway::isNoDataFile)
                                .toList(),
                connections.size(),
                nextCursor,
                checks.problems());
    }

    /** The tenant does not apply every condition to data files, so they are left out here as well. */
    private static boolean isNoDataFile(DataConnection connection) {
        return connection
                .connectorType()
                .filter(WireNames.DATA_FILES_TYPE::equalsIgnoreCase)
                .isEmpty();
    }

    /** Patches by id, in one request. */
    public void patch(Deadline deadline, String connectionId, ConnectionPatch patch) {
        String id = PathSegment.of(connectionId, "connection id");
        Call call = new Call(
                Operation.PATCH_CONNECTION,
                "connection " + id,
                deadline,
                Redactor.of(() -> PatchRequestMapper.secrets(patch)));
        String code = patch.authCode().map(Secret::reveal).orElse(null);
        api(call)
                .patchDataConnection(
                        id, PatchRequestMapper.of(patch), new PatchDataConnectionParams().qlikAuthCode(code));
    }

    /** Replaces by id. */
    public void replace(
            Deadline deadline, String connectionId, ConnectionReplacement replacement, @Nullable String spaceId) {
        String id = PathSegment.of(connectionId, "connection id");
        Call call = new Call(
                Operation.REPLACE_CONNECTION, "connection " + id, deadline, redactor(replacement.connectionSecret()));
        api(call).updateDataConnection(id, ReplaceRequestMapper.of(id, replacement, spaceId));
    }

    /** Copies by id, into the space of this id or into that of the original. */
    public DataConnection duplicate(
            Deadline deadline, String connectionId, DuplicateOptions options, @Nullable String spaceId) {
        Call call = new Call(
                Operation.DUPLICATE_CONNECTION, "connection " + connectionId, deadline, redactor(options.password()));
        return answers.created(
                api(call).duplicateDataConnection(DuplicateRequestMapper.of(connectionId, options, spaceId)), call);
    }

    /**
     * Asks for the address where a person signs in; the tenant may create the connection instead.
     *
     * @param asked the draft as the caller gave it, which will be created then
     * @param accepted the same draft as it can be sent
     */
    public OAuthChallenge begin(
            Deadline deadline, ConnectionDraft asked, ConnectionDraft accepted, @Nullable String spaceId) {
        Call call = creation(deadline, accepted);
        CreateResponse answer = api(call).createDataConnection(CreateRequestMapper.signIn(accepted, spaceId));
        if (answer.authUrl == null) {
            return OAuthChallenge.of(asked, null, answers.created(answer, call));
        }
        try {
            return OAuthChallenge.of(asked, URI.create(answer.authUrl), null);
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(
                    call.failed("the address to sign in at is not a URL. Nothing was created."), 201);
        }
    }

    private static Call creation(Deadline deadline, ConnectionDraft draft) {
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

    private static @Nullable Boolean flag(boolean wanted) {
        return wanted ? Boolean.TRUE : null;
    }

    private static Redactor redactor(Optional<Secret> secret) {
        return Redactor.of(() -> secret.stream().toList());
    }

    private DataConnectionsApi api(Call call) {
        return new DataConnectionsApi(clients.forCall(call));
    }
}
