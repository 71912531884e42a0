package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.sources.DataSourceCatalog;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import io.github.qlikconnections.testkit.internal.spaces.SpaceStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Handles {@code GET /api/v1/data-connections}: regular connections first, then the data files of spaces. */
public final class ListConnectionsHandler {

    private static final int MAX_LIMIT = 100;

    /** The first cursor position of data files. No tenant has that many connections. */
    private static final long FIRST_DATA_FILES = 1_000_000_000_000L;

    private final ConnectionStore connections;
    private final SpaceStore spaces;
    private final DataSourceCatalog catalog;
    private final ConnectionAccess access;
    private final ConnectionRenderer renderer;
    private final Links links;

    ListConnectionsHandler(
            ConnectionStore connections,
            SpaceStore spaces,
            DataSourceCatalog catalog,
            ConnectionAccess access,
            ConnectionRenderer renderer,
            Links links) {
        this.connections = connections;
        this.spaces = spaces;
        this.catalog = catalog;
        this.access = access;
        this.renderer = renderer;
        this.links = links;
    }

    /** The listed entries in order, each with its position. */
    private record Rows(List<ConnectionEntity> ordinary, List<SpaceEntity> dataFiles, boolean sorted) {

        int size() {
            return ordinary.size() + dataFiles.size();
        }

        /** Returns the position of a row: its sequence, which deletions do not change, or its number in a sorted list. */
        long position(int row) {
            if (row >= ordinary.size()) {
                return FIRST_DATA_FILES + row - ordinary.size();
            }
            return sorted ? row + 1 : ordinary.get(row).sequence;
        }

        int firstAfter(long position) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (position(middle) <= position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private record Selection(Map<String, List<String>> query, Principal caller, long state) {}

    private @Nullable Selection selection;
    private boolean ignoresFilters;
    private Rows selected = new Rows(List.of(), List.of(), false);

    /** Sets whether lists contain all entries that the caller may read. */
    public void ignoreFilters(boolean ignored) {
        ignoresFilters = ignored;
        selection = null;
    }

    Response list(RoutedCall call) {
        Request request = call.request();
        String dataName = request.query("dataName").orElse("data");
        if (dataName.isEmpty()) {
            throw ApiErrorException.badRequest("Empty value not permitted for dataName");
        }
        Optional<Integer> limit = request.count("limit", MAX_LIMIT);
        long after = links.position(request.query("page"));
        Rows rows = rows(call);
        int from = rows.firstAfter(after);
        int to = Math.min(rows.size(), from + limit.orElse(rows.size()));

        ObjectNode body = Json.object();
        ArrayNode data = body.putArray(dataName);
        for (int row = from; row < to; row++) {
            data.add(
                    row < rows.ordinary().size()
                            ? renderer.listed(rows.ordinary().get(row), call.caller())
                            : renderer.dataFiles(
                                    rows.dataFiles().get(row - rows.ordinary().size())));
        }
        body.putObject("meta").put("count", rows.size());
        body.set("links", pageLinks(request, rows, from, to, limit.orElse(rows.size())));
        return Response.json(200, body);
    }

    private ObjectNode pageLinks(Request request, Rows rows, int from, int to, int limit) {
        ObjectNode hrefs = Json.object();
        hrefs.putObject("self").put("href", links.page(request, Map.of()));
        if (to < rows.size()) {
            hrefs.putObject("next").put("href", pageAfter(request, rows.position(to - 1)));
        }
        if (from > 0) {
            hrefs.putObject("prev")
                    .put("href", pageAfter(request, from <= limit ? 0 : rows.position(from - limit - 1)));
        }
        return hrefs;
    }

    private String pageAfter(Request request, long position) {
        return links.page(request, Map.of("page", links.cursor(position)));
    }

    /** Returns the selection of the request. Pages of the same list share it until something changes. */
    private Rows rows(RoutedCall call) {
        Map<String, List<String>> query = new HashMap<>(call.request().query());
        query.keySet().removeAll(Set.of("page", "limit"));
        long state = connections.changes() + spaces.changes() + catalog.changes();
        Selection wanted = new Selection(query, call.caller(), state);
        if (!wanted.equals(selection)) {
            selected = select(call);
            selection = wanted;
        }
        return selected;
    }

    private Rows select(RoutedCall call) {
        Request request = call.request();
        Predicate<ConnectionEntity> wanted = visible(call).and(wanted(request, call.caller()));
        List<ConnectionEntity> ordinary = new ArrayList<>();
        for (ConnectionEntity connection : connections.byAge()) {
            if (wanted.test(connection)) {
                ordinary.add(connection);
            }
        }
        Optional<String> sort = request.query("sort");
        sort.ifPresent(order -> ordinary.sort(ConnectionSorting.of(order, request)));
        return new Rows(ordinary, dataFiles(request), sort.isPresent());
    }

    private Predicate<ConnectionEntity> visible(RoutedCall call) {
        boolean includeDisabled = call.request().flag("includeDisabled");
        return connection -> access.canRead(connection, call.caller())
                && (includeDisabled || !catalog.isDisabled(connection.source.id()));
    }

    private Predicate<ConnectionEntity> wanted(Request request, Principal caller) {
        Predicate<ConnectionEntity> own =
                connection -> connection.space != null || connection.user.equals(caller.userId());
        if (ignoresFilters) {
            return own;
        }
        Optional<ConnectionFilter> filter = request.query("filter").map(ConnectionFilter::parse);
        List<ConnectionEntity> resolved = filter.stream()
                .flatMap(parsed -> parsed.names().stream())
                .flatMap(name -> connections.resolved(name).stream())
                .toList();
        if (!resolved.isEmpty()) {
            return resolved::contains;
        }
        Predicate<ConnectionEntity> wanted = connection -> true;
        Optional<String> space = request.query("spaceId");
        boolean personal = request.flag("personal");
        if (space.isPresent()) {
            wanted = wanted.and(connection -> space.get().equals(connection.space));
        } else if (personal) {
            wanted = wanted.and(connection -> connection.space == null);
        }
        if (request.flag("ownedByMe")) {
            wanted = wanted.and(connection -> connection.user.equals(caller.userId()));
        }
        Optional<String> user = request.query("userId");
        if (user.isPresent()) {
            if (!caller.admin() && !user.get().equals(caller.userId())) {
                throw ApiErrorException.forbidden("Only an admin may list the connections of another user");
            }
            wanted = wanted.and(connection -> connection.user.equals(user.get()));
        } else {
            // An admin sees personal connections of another user only with userId.
            wanted = wanted.and(own);
        }
        return filter.map(ConnectionFilter::condition).map(wanted::and).orElse(wanted);
    }

    /** Returns the data files. {@code sort}, {@code filter} and {@code ownedByMe} do not apply, and {@code owner} excludes them. */
    private List<SpaceEntity> dataFiles(Request request) {
        if (ignoresFilters) {
            return spaces.visible();
        }
        boolean none = request.flag("noDatafiles")
                || request.query("owner").isPresent()
                || request.query("userId").isPresent();
        Optional<String> space = request.query("spaceId");
        if (none || (space.isEmpty() && request.flag("personal"))) {
            return List.of();
        }
        List<SpaceEntity> found = spaces.visible();
        space.ifPresent(id -> found.removeIf(other -> !other.id().equals(id)));
        return found;
    }
}
