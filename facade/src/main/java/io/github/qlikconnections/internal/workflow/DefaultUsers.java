package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Users;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.gateway.UsersGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.User;
import java.util.function.Supplier;

/** Reads users. This class is thread-safe. */
final class DefaultUsers implements Users {

    private final UsersGateway gateway;
    private final Supplier<Deadline> deadlines;

    DefaultUsers(UsersGateway gateway, Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.deadlines = deadlines;
    }

    @Override
    public User me() {
        Deadline deadline = deadlines.get();
        return gateway.get(deadline, gateway.currentUserId(deadline));
    }

    @Override
    public User get(String userId) {
        Arguments.require(userId, "userId");
        return gateway.get(deadlines.get(), userId);
    }
}
