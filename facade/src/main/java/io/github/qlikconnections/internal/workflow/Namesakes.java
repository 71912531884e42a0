package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.IncompleteListException;
import io.github.qlikconnections.error.Refusal;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.SpaceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the connection that has the name of a draft in the space of the draft. Thread-safe. */
final class Namesakes {

    private final DataConnectionsGateway gateway;
    private final Map<SpaceRef, Map<String, List<DataConnection>>> listed;

    Namesakes(DataConnectionsGateway gateway) {
        this(gateway, Map.of());
    }

    private Namesakes(DataConnectionsGateway gateway, Map<SpaceRef, Map<String, List<DataConnection>>> listed) {
        this.gateway = gateway;
        this.listed = listed;
    }

    /**
     * The same, which has looked these names up by listing their space as long as that takes no more requests than asking for
     * each of them. Those of a space that holds more are asked for when their turn comes.
     */
    Namesakes listing(Supplier<Deadline> deadlines, Map<SpaceRef, Set<String>> namesBySpace) {
        Map<SpaceRef, Map<String, List<DataConnection>>> found = new HashMap<>();
        namesBySpace.forEach(
                (space, names) -> byName(deadlines, space, names).ifPresent(byName -> found.put(space, byName)));
        return new Namesakes(gateway, found);
    }

    /**
     * The connection as it was listed, or as the tenant knows it now where its space was not.
     *
     * @throws ConflictException if more than one connection has the name
     */
    Optional<DataConnection> find(Deadline deadline, Creation.Examined wanted) {
        String name = wanted.draft().name();
        Map<String, List<DataConnection>> byName = listed.get(wanted.space());
        List<DataConnection> found =
                byName == null ? named(deadline, name, wanted.space()) : byName.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw conflict("More than one connection is named \"" + name + "\" in "
                    + wanted.draft().space() + ": "
                    + String.join(", ", found.stream().map(DataConnection::id).toList())
                    + ". Rename or delete all but one.");
        }
        return found.stream().findFirst();
    }

    private List<DataConnection> named(Deadline deadline, String name, SpaceRef space) {
        // What the tenant filters is looked at again: a filter that it ignored must not lead to a wrong update.
        return pages(() -> deadline, in(space).named(name), space)
                .flatMap(List::stream)
                .filter(connection -> connection.name().equals(name) && isIn(space, connection))
                .limit(3)
                .toList();
    }

    /** The connections of these names, or empty when the space was not listed to its end. */
    private Optional<Map<String, List<DataConnection>>> byName(
            Supplier<Deadline> deadlines, SpaceRef space, Set<String> names) {
        Iterator<List<DataConnection>> pages =
                pages(deadlines, in(space), space).iterator();
        Map<String, List<DataConnection>> byName = new HashMap<>();
        try {
            for (int page = 1; page < names.size(); page++) {
                if (!pages.hasNext()) {
                    return Optional.of(byName);
                }
                for (DataConnection connection : pages.next()) {
                    String name = connection.name();
                    if (names.contains(name) && isIn(space, connection)) {
                        byName.computeIfAbsent(name, none -> new ArrayList<>()).add(connection);
                    }
                }
            }
        } catch (IncompleteListException e) {
            // Asking for each name may still work, and says of which it does not.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static ConnectionQuery.Builder in(SpaceRef space) {
        return ConnectionQuery.builder().in(space).includeDisabled().withoutDataFiles();
    }

    private Stream<List<DataConnection>> pages(
            Supplier<Deadline> deadlines, ConnectionQuery.Builder query, SpaceRef space) {
        ConnectionQuery built = query.build();
        String spaceId = space.id().orElse(null);
        return new FetchedPages<>(cursor -> gateway.list(deadlines.get(), built, spaceId, cursor))
                .strict()
                .pages();
    }

    private static boolean isIn(SpaceRef space, DataConnection connection) {
        return connection.spaceId().orElse("").equals(space.id().orElse(""));
    }

    /** What stands in the way of a draft. */
    static ConflictException conflict(String message) {
        return new ConflictException(message, Refusal.of("listDataConnections", 409, List.of(), null, 0));
    }
}
