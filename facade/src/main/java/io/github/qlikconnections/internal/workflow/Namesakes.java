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
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the connection that has the name of a draft in the space of the draft. Thread-safe. */
final class Namesakes {

    private final DataConnectionsGateway gateway;

    Namesakes(DataConnectionsGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Asks for one name.
     *
     * @throws ConflictException if more than one connection has it
     */
    Optional<DataConnection> find(Deadline deadline, Creation.Accepted wanted) {
        String name = wanted.draft().name();
        ConnectionQuery query = inSpace(wanted.spaceId()).named(name).build();
        // What the tenant filters is looked at again: a filter that it ignored must not lead to a wrong update.
        List<DataConnection> found = new FetchedPages<>(
                        cursor -> gateway.list(deadline, query, wanted.spaceId(), cursor))
                .strict().stream()
                        .filter(connection -> connection.name().equals(name))
                        .filter(connection -> sameSpace(connection, wanted.spaceId()))
                        .limit(3)
                        .toList();
        return single(wanted, found);
    }

    /**
     * Looks many names up, by listing their space as long as that takes no more requests than asking for each of them. Those of
     * a space that holds more are asked for when their turn comes.
     */
    Search search(Supplier<Deadline> deadlines, List<Creation.Accepted> wanted) {
        Map<String, Set<String>> namesBySpace = new HashMap<>();
        for (Creation.Accepted one : wanted) {
            namesBySpace
                    .computeIfAbsent(key(one.spaceId()), none -> new HashSet<>())
                    .add(one.draft().name());
        }
        Map<String, Map<String, List<DataConnection>>> listed = new HashMap<>();
        namesBySpace.forEach((space, names) -> listing(deadlines, space.isEmpty() ? null : space, names)
                .ifPresent(byName -> listed.put(space, byName)));
        return (deadline, one) -> {
            Map<String, List<DataConnection>> byName = listed.get(key(one.spaceId()));
            return byName == null
                    ? find(deadline, one)
                    : single(one, byName.getOrDefault(one.draft().name(), List.of()));
        };
    }

    private static String key(@Nullable String spaceId) {
        return spaceId == null ? "" : spaceId;
    }

    /** The connections of these names, or empty when the space was not listed to its end. */
    private Optional<Map<String, List<DataConnection>>> listing(
            Supplier<Deadline> deadlines, @Nullable String spaceId, Set<String> names) {
        ConnectionQuery query = inSpace(spaceId).build();
        Iterator<List<DataConnection>> pages = new FetchedPages<>(
                        cursor -> gateway.list(deadlines.get(), query, spaceId, cursor))
                .strict()
                .pages()
                .iterator();
        Map<String, List<DataConnection>> byName = new HashMap<>();
        try {
            for (int page = 1; page < names.size(); page++) {
                if (!pages.hasNext()) {
                    return Optional.of(byName);
                }
                pages.next().stream()
                        .filter(connection -> names.contains(connection.name()))
                        .filter(connection -> sameSpace(connection, spaceId))
                        .forEach(connection -> byName.computeIfAbsent(connection.name(), none -> new ArrayList<>())
                                .add(connection));
            }
        } catch (IncompleteListException e) {
            // Asking for each name may still work, and says of which it does not.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static ConnectionQuery.Builder inSpace(@Nullable String spaceId) {
        return ConnectionQuery.builder()
                .in(spaceId == null ? SpaceRef.personal() : SpaceRef.ofId(spaceId))
                .includeDisabled()
                .withoutDataFiles();
    }

    private static boolean sameSpace(DataConnection connection, @Nullable String spaceId) {
        String held = connection.spaceId().filter(id -> !id.isEmpty()).orElse(null);
        return spaceId == null ? held == null : spaceId.equals(held);
    }

    private static Optional<DataConnection> single(Creation.Accepted wanted, List<DataConnection> found) {
        if (found.size() > 1) {
            throw conflict("More than one connection is named \""
                    + wanted.draft().name() + "\" in "
                    + wanted.draft().space() + ": "
                    + String.join(", ", found.stream().map(DataConnection::id).toList())
                    + ". Rename or delete all but one.");
        }
        return found.stream().findFirst();
    }

    /** What stands in the way of a draft. */
    static ConflictException conflict(String message) {
        return new ConflictException(message, Refusal.of("listDataConnections", 409, List.of(), null, 0));
    }

    /** Finds the connection that has the name of a draft. */
    @FunctionalInterface
    interface Search {

        Optional<DataConnection> find(Deadline deadline, Creation.Accepted wanted);
    }
}
