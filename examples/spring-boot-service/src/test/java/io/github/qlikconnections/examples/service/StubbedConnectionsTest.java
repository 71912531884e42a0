package io.github.qlikconnections.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.Paged;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A unit test with Mockito, without Spring and without HTTP. */
class StubbedConnectionsTest {

    @Test
    void connectionIsListedWithTheNameOfItsOwner() {
        DataConnections connections = mock(DataConnections.class);
        Users users = mock(Users.class);
        DataConnection orders =
                DataConnection.builder("5c0f", "Orders").ownerId("7").build();
        when(connections.list(any())).thenReturn(Paged.of(List.of(orders)));
        when(users.get("7")).thenReturn(User.builder("7", "Ada Field").build());

        assertThat(new ConnectionsController(connections, users).list("Finance"))
                .extracting(ConnectionsController.ListedConnection::owner)
                .containsExactly("Ada Field");
    }
}
