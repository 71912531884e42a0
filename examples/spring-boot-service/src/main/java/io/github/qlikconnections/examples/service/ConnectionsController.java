package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.SpaceRef;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConnectionsController {

    private final DataConnections connections;
    private final Users users;

    ConnectionsController(DataConnections connections, Users users) {
        this.connections = connections;
        this.users = users;
    }

    @PostMapping("/connections")
    @ResponseStatus(HttpStatus.CREATED)
    ListedConnection create(@Valid @RequestBody NewConnection request) {
        return describe(connections.create(request.toDraft()), new HashMap<>());
    }

    @GetMapping("/spaces/{space}/connections")
    List<ListedConnection> list(@PathVariable String space) {
        ConnectionQuery query =
                ConnectionQuery.builder().in(SpaceRef.ofName(space)).build();
        Map<String, String> ownerNames = new HashMap<>();
        return connections.list(query).stream()
                .map(connection -> describe(connection, ownerNames))
                .toList();
    }

    record ListedConnection(String id, String name, String dataSource, String owner) {}

    private ListedConnection describe(DataConnection connection, Map<String, String> ownerNames) {
        return new ListedConnection(
                connection.id(),
                connection.name(),
                connection.dataSourceId().orElse(""),
                connection
                        .ownerId()
                        .map(id -> ownerNames.computeIfAbsent(id, this::ownerName))
                        .orElse(""));
    }

    private String ownerName(String userId) {
        try {
            return users.get(userId).name();
        } catch (NotFoundException e) {
            return userId;
        }
    }
}
