package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.internal.gateway.DataConnectionsGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.SpaceRef;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lists the connections of a query. This class is thread-safe. */
final class ConnectionLister {

    private final DataConnectionsGateway gateway;
    private final DefaultSpaces spaces;
    private final Supplier<Deadline> deadlines;
    private final PagePrefetcher prefetcher;

    ConnectionLister(
            DataConnectionsGateway gateway,
            DefaultSpaces spaces,
            Supplier<Deadline> deadlines,
            PagePrefetcher prefetcher) {
        this.gateway = gateway;
        this.spaces = spaces;
        this.deadlines = deadlines;
        this.prefetcher = prefetcher;
    }

    Paged<DataConnection> list(ConnectionQuery query) {
        SpaceRef space = query.space().orElse(null);
        String spaceId = space == null ? null : spaces.resolveId(deadlines.get(), space);
        return new LazyPaged<>(query, cursor -> gateway.list(deadlines.get(), query, spaceId, cursor), prefetcher);
    }

    /** Lists the connections of a query completely, without the duplicates that a tenant may return. */
    Stream<DataConnection> listDistinct(ConnectionQuery query) {
        Set<String> seen = new HashSet<>();
        return list(query).failOnIncomplete().stream().filter(connection -> seen.add(connection.id()));
    }
}
