package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Answer;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Refusal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.Call;
import io.github.qlikconnections.testkit.internal.sources.Catalogue;
import io.github.qlikconnections.testkit.internal.sources.Source;
import io.github.qlikconnections.testkit.internal.spaces.Space;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.time.Clock;
import java.util.Optional;

/** {@code /api/v1/data-connections}. */
public final class DataConnectionsApi {

    private static final String ROOT = ConnectionAnswers.ROOT;
    private static final String ONE = ROOT + "/{qID}";

    private final ConnectionStore connections;
    private final SpaceStore spaces;
    private final PropertyForms forms = new PropertyForms();
    private final ConnectionAccess access;
    private final ConnectionAnswers answers;
    private final CredentialChoice choice;
    private final ConnectionCreation creation;
    private final ConnectionListing listing;
    private final ConnectionPatch patch;
    private final ConnectionReplacement replacement;
    private final ConnectionDuplication duplication;
    private final ConnectionActions actions;

    public DataConnectionsApi(
            ConnectionStore connections,
            CredentialStore credentials,
            SpaceStore spaces,
            Catalogue catalogue,
            Links links,
            String tenantId,
            boolean tagsInReads,
            Clock clock) {
        this.connections = connections;
        this.spaces = spaces;
        this.access = new ConnectionAccess(connections, spaces);
        this.answers = new ConnectionAnswers(access, credentials, forms, links, tenantId, tagsInReads);
        this.choice = new CredentialChoice(credentials, clock);
        this.creation = new ConnectionCreation(catalogue, spaces, connections, choice, forms, answers, clock);
        this.listing = new ConnectionListing(connections, spaces, catalogue, access, answers, links);
        this.patch = new ConnectionPatch(access, connections, credentials, choice, forms, clock);
        this.replacement = new ConnectionReplacement(access, connections, choice, forms, spaces, clock);
        this.duplication = new ConnectionDuplication(access, connections, credentials, choice, answers, spaces, clock);
        this.actions = new ConnectionActions(connections, choice, spaces, clock);
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

    /** The bulk actions, for tests that want some of them to fail. */
    public ConnectionActions actions() {
        return actions;
    }

    /** The lists, for tests that want other entries than those selected. */
    public ConnectionListing listing() {
        return listing;
    }

    /** The forms in which properties are stored and returned. */
    public PropertyForms forms() {
        return forms;
    }

    /** Stores a connection as its creation would, without a request. */
    public Connection seed(Source source, ObjectNode body, ObjectNode properties, Principal owner) {
        return creation.store(source, body, properties, owner);
    }

    /** Stores a separated credential that no connection uses, without a request. */
    public String seedCredential(Source source, String name, ObjectNode secrets, Principal owner) {
        return choice.seed(source, name, secrets, owner);
    }

    private Answer get(Call call) {
        Request request = call.request();
        boolean parse = request.flag("parseConnection");
        ConnectionAccess.requireUuid(call);
        Optional<Space> files = DataFiles.find(spaces, call.variable("qID"));
        if (files.isPresent()) {
            return Answer.json(200, answers.dataFiles(files.get()));
        }
        Connection connection = access.readable(call, true);
        ObjectNode body = answers.single(connection, call.caller());
        request.query("credentialId")
                .ifPresent(wanted -> body.put(
                        "qCredentialsID",
                        choice.usable(connection, wanted, request.flag("byCredentialName"), call.caller())));
        if (parse) {
            body.set("connectionProperties", answers.connectionProperties(connection));
        }
        return Answer.json(200, body);
    }

    private Answer delete(Call call) {
        if (DataFiles.find(spaces, call.variable("qID")).isPresent()) {
            throw Refusal.forbidden("The data files of a space cannot be deleted");
        }
        Connection connection = access.writable(call, true);
        connections.remove(connection.id);
        choice.release(connection.credentialId);
        return Answer.empty(204);
    }
}
