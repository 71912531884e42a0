package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.Refusal;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.validation.NearestNames;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.model.SpaceRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds spaces. Thread-safe. */
final class SpaceDirectory implements Spaces {

    private static final int NEAREST = 3;

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

    /** The id of a space; null for the personal one and for none. */
    @Nullable String idOf(Deadline deadline, @Nullable SpaceRef space) {
        if (space == null) {
            return null;
        }
        return space.name().isPresent()
                ? require(deadline, space).id()
                : space.id().orElse(null);
    }

    /** A space that is not the personal one. */
    Space require(Deadline deadline, SpaceRef space) {
        if (space.name().isEmpty()) {
            return gateway.get(deadline, space.id().orElseThrow());
        }
        String name = space.name().get();
        Optional<Space> found = findByName(deadline, name);
        if (found.isPresent()) {
            return found.get();
        }
        List<String> nearest = nearestNames(deadline, name);
        throw new NotFoundException(
                "The caller can see no space named \"" + name + "\"."
                        + (nearest.isEmpty()
                                ? " See spaces().list() for the names."
                                : " Nearest names: " + String.join(", ", nearest) + "."),
                Refusal.of("listSpaces", 404, List.of(), null, 1));
    }

    /** The names of spaces that are nearest to one that no space has, the nearest first. */
    List<String> nearestNames(Deadline deadline, String name) {
        List<String> names =
                gateway.search(deadline, null).stream().map(Space::name).toList();
        return NearestNames.of(name, names, NEAREST);
    }
}
