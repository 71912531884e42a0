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
 * Finds a connection by its exact name in exactly one space, even if the tenant returns other connections. This class is thread-safe.
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
     * Returns a copy that contains the connections of these names, found by listing their spaces. A space is listed only while that takes
     * fewer requests than one lookup per name. All other names are looked up on demand.
     */
    ConnectionsByName withListedSpaces(Supplier<Deadline> deadlines, Map<SpaceRef, Set<String>> namesBySpace) {
        Map<SpaceRef, Map<String, List<DataConnection>>> found = new HashMap<>();
        namesBySpace.forEach(
                (space, names) -> findListed(deadlines, space, names).ifPresent(byName -> found.put(space, byName)));
        return new ConnectionsByName(gateway, found);
    }

    /**
     * Finds the connection of a draft. The result is the listed connection, or is requested if its space was not listed.
     *
     * @throws NameConflictException if more than one connection has the name
     */
    Optional<DataConnection> find(Deadline deadline, ResolvedDraft resolved) {
        return find(deadline, resolved.draft().name(), resolved.space());
    }

    /**
     * Finds the connection of a name in a space.
     *
     * @param name the exact name
     * @param space the id of the space, or the personal space
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

    /** Returns whether a connection is not in the list yet. A tenant may return the same connection twice. */
    private static boolean isNew(List<DataConnection> found, DataConnection connection) {
        return found.stream().noneMatch(other -> other.id().equals(connection.id()));
    }

    private List<DataConnection> findByRequest(Deadline deadline, String name, SpaceRef space) {
        // The result of the filter is checked again: a filter that the tenant ignores must not cause a wrong update.
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

    /** Returns the connections of these names, or empty if the space was not listed completely. */
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
            // A lookup of each name may still succeed, and reports the draft for which it fails.
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
        return new LazyPaged<>(query, cursor -> gateway.list(deadlines.get(), query, spaceId, cursor), null)
                .failOnIncomplete()
                .pages();
    }

    private static boolean isInSpace(SpaceRef space, DataConnection connection) {
        return connection.spaceId().orElse("").equals(space.id().orElse(""));
    }
}
