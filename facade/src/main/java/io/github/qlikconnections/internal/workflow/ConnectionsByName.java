package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.NameConflictException;
import io.github.qlikconnections.error.QlikException;
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

/**
 * Finds the connection of exactly one name in exactly one space, whatever else the tenant answers. This class is thread-safe.
 */
final class ConnectionsByName {

    private final DataConnectionsGateway gateway;
    private final Map<SpaceRef, Map<String, List<DataConnection>>> listed;

    ConnectionsByName(DataConnectionsGateway gateway) {
        this(gateway, Map.of());
    }

    private ConnectionsByName(DataConnectionsGateway gateway, Map<SpaceRef, Map<String, List<DataConnection>>> listed) {
        this.gateway = gateway;
        this.listed = listed;
    }

    /**
     * Returns a copy that has looked these names up by listing their spaces, as far as that takes no more requests than asking for
     * each name. The names of a space with more connections are asked for when their turn comes.
     */
    ConnectionsByName withListedSpaces(Supplier<Deadline> deadlines, Map<SpaceRef, Set<String>> namesBySpace) {
        Map<SpaceRef, Map<String, List<DataConnection>>> found = new HashMap<>();
        namesBySpace.forEach(
                (space, names) -> findListed(deadlines, space, names).ifPresent(byName -> found.put(space, byName)));
        return new ConnectionsByName(gateway, found);
    }

    /**
     * The connection as it was listed, or as the tenant knows it now where its space was not.
     *
     * @throws NameConflictException if more than one connection has the name
     */
    Optional<DataConnection> find(Deadline deadline, ResolvedDraft resolved) {
        return find(deadline, resolved.draft().name(), resolved.space());
    }

    /**
     * The connection of this name in this space, which is given by its id or is the personal one.
     *
     * @throws NameConflictException if more than one connection has the name
     */
    Optional<DataConnection> find(Deadline deadline, String name, SpaceRef space) {
        Map<String, List<DataConnection>> byName = listed.get(space);
        List<DataConnection> found =
                byName == null ? findByRequest(deadline, name, space) : byName.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new NameConflictException("More than one connection is named \"" + name + "\" in " + space + ": "
                    + String.join(", ", found.stream().map(DataConnection::id).toList())
                    + ". Rename or delete all but one.");
        }
        return found.stream().findFirst();
    }

    /** A tenant may list the same connection twice. */
    private static boolean isNew(List<DataConnection> found, DataConnection connection) {
        return found.stream().noneMatch(other -> other.id().equals(connection.id()));
    }

    private List<DataConnection> findByRequest(Deadline deadline, String name, SpaceRef space) {
        // What the tenant filters is checked again: a filter that it ignored must not lead to a wrong update.
        List<DataConnection> found = new ArrayList<>();
        fetchPages(() -> deadline, createQuery(space).named(name), space)
                .flatMap(List::stream)
                .filter(connection -> connection.name().equals(name) && isInSpace(space, connection))
                .forEach(connection -> {
                    if (isNew(found, connection)) {
                        found.add(connection);
                    }
                });
        return found;
    }

    /** The connections of these names, or empty when the space was not listed to its end. */
    private Optional<Map<String, List<DataConnection>>> findListed(
            Supplier<Deadline> deadlines, SpaceRef space, Set<String> names) {
        Iterator<List<DataConnection>> pages =
                fetchPages(deadlines, createQuery(space), space).iterator();
        Map<String, List<DataConnection>> byName = new HashMap<>();
        try {
            for (int page = 1; page < names.size(); page++) {
                if (!pages.hasNext()) {
                    return Optional.of(byName);
                }
                for (DataConnection connection : pages.next()) {
                    String name = connection.name();
                    if (names.contains(name) && isInSpace(space, connection)) {
                        List<DataConnection> found = byName.computeIfAbsent(name, ignored -> new ArrayList<>());
                        if (isNew(found, connection)) {
                            found.add(connection);
                        }
                    }
                }
            }
        } catch (AuthenticationException e) {
            throw e;
        } catch (QlikException e) {
            // Asking for each name may still work, and reports for which draft it does not.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static ConnectionQuery.Builder createQuery(SpaceRef space) {
        return ConnectionQuery.builder().in(space).includeDisabled();
    }

    private Stream<List<DataConnection>> fetchPages(
            Supplier<Deadline> deadlines, ConnectionQuery.Builder builder, SpaceRef space) {
        ConnectionQuery query = builder.build();
        String spaceId = space.id().orElse(null);
        return new LazyPaged<>(query.toString(), cursor -> gateway.list(deadlines.get(), query, spaceId, cursor))
                .failOnIncomplete()
                .pages();
    }

    private static boolean isInSpace(SpaceRef space, DataConnection connection) {
        return connection.spaceId().orElse("").equals(space.id().orElse(""));
    }
}
