package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.Space;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds spaces. Thread-safe. */
final class SpaceDirectory implements Spaces {

    private final SpacesGateway gateway;
    private final Supplier<Deadline> deadlines;

    SpaceDirectory(SpacesGateway gateway, Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.deadlines = deadlines;
    }

    @Override
    public List<Space> list() {
        return gateway.search(deadlines.get(), null);
    }

    @Override
    public Optional<Space> findByName(String name) {
        return findByName(deadlines.get(), name);
    }

    @Override
    public Space get(String spaceId) {
        return gateway.get(deadlines.get(), spaceId);
    }

    Optional<Space> findByName(Deadline deadline, String name) {
        return gateway.search(deadline, name).stream()
                .filter(space -> space.name().equals(name))
                .findFirst();
    }

    /** The names of all spaces, to find the nearest among them. */
    List<String> names(Deadline deadline) {
        return gateway.search(deadline, null).stream().map(Space::name).toList();
    }
}
