package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.sources.DataSourceCatalog;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import io.github.qlikconnections.testkit.internal.sources.PropertySchemaValidator;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.util.Optional;

/** The data connections service at {@code /api/v1/data-connections}. */
public final class DataConnectionsApi {

    private static final String ROOT = ConnectionRenderer.ROOT;
    private static final String ONE = ROOT + "/{qID}";

    private final ConnectionStore connections;
    private final SpaceStore spaces;
    private final PropertyTransforms forms = new PropertyTransforms();
    private final ConnectionAccess access;
    private final ConnectionRenderer renderer;
    private final CredentialAssigner choice;
    private final CreateConnectionHandler creation;
    private final ListConnectionsHandler listing;
    private final PatchConnectionHandler patch;
    private final ReplaceConnectionHandler replacement;
    private final DuplicateConnectionHandler duplication;
    private final BulkActionsHandler actions;

    public DataConnectionsApi(
            ConnectionStore connections,
            CredentialStore credentials,
            SpaceStore spaces,
            DataSourceCatalog catalog,
            Links links,
            String tenantId,
            boolean tagsInReads,
            PropertySchemaValidator validator,
            Clock clock) {
        this.connections = connections;
        this.spaces = spaces;
        this.access = new ConnectionAccess(connections, spaces);
        this.renderer = new ConnectionRenderer(access, credentials, forms, links, tenantId, tagsInReads);
        this.choice = new CredentialAssigner(credentials, clock);
        this.creation =
                new CreateConnectionHandler(catalog, spaces, connections, choice, validator, forms, renderer, clock);
        this.listing = new ListConnectionsHandler(connections, spaces, catalog, access, renderer, links);
        this.patch = new PatchConnectionHandler(access, connections, credentials, choice, validator, forms, clock);
        this.replacement = new ReplaceConnectionHandler(access, connections, choice, forms, spaces, clock);
        this.duplication =
                new DuplicateConnectionHandler(access, connections, credentials, choice, renderer, spaces, clock);
        this.actions = new BulkActionsHandler(connections, choice, spaces, clock);
    }

    public void addTo(Routes routes) {
        routes.add("GET", ROOT, listing::list);
        routes.add("POST", ROOT, creation::create);
        routes.add("GET", ONE, this::get);
        routes.add("PATCH", ONE, patch::patch);
        routes.add("PUT", ONE, replacement::put);
        routes.add("DELETE", ONE, this::delete);
        routes.add("POST", ROOT + "/actions/delete", actions::delete);
        routes.add("POST", ROOT + "/actions/update", actions::update);
        routes.add("POST", ROOT + "/actions/duplicate", duplication::duplicate);
    }

    /** Returns the handler of bulk actions, to configure failures. */
    public BulkActionsHandler actions() {
        return actions;
    }

    /** Returns the handler of lists, to configure ignored filters. */
    public ListConnectionsHandler listing() {
        return listing;
    }

    /** Returns the transformations of properties, to configure normalizations. */
    public PropertyTransforms forms() {
        return forms;
    }

    /** Creates a connection without a request. */
    public ConnectionEntity seed(DataSourceDefinition source, ObjectNode body, ObjectNode properties, Principal owner) {
        return creation.store(source, body, properties, owner);
    }

    /** Creates a separate credential that no connection uses, without a request. */
    public String seedCredential(DataSourceDefinition source, String name, ObjectNode secrets, Principal owner) {
        return choice.seed(source, name, secrets, owner);
    }

    private Response get(RoutedCall call) {
        Request request = call.request();
        boolean parse = request.flag("parseConnection");
        ConnectionAccess.requireUuid(call);
        Optional<SpaceEntity> files = DataFiles.find(spaces, call.variable("qID"));
        if (files.isPresent()) {
            return Response.json(200, renderer.dataFiles(files.get()));
        }
        ConnectionEntity connection = access.readable(call, true);
        ObjectNode body = renderer.single(connection, call.caller());
        request.query("credentialId")
                .ifPresent(wanted -> body.put(
                        "qCredentialsID",
                        choice.usable(connection, wanted, request.flag("byCredentialName"), call.caller())));
        if (parse) {
            body.set("connectionProperties", renderer.connectionProperties(connection));
        }
        return Response.json(200, body);
    }

    private Response delete(RoutedCall call) {
        if (DataFiles.find(spaces, call.variable("qID")).isPresent()) {
            throw ApiErrorException.forbidden("The data files of a space cannot be deleted");
        }
        ConnectionEntity connection = access.writable(call, true);
        connections.remove(connection.id);
        choice.release(connection.credentialId);
        return Response.empty(204);
    }
}
