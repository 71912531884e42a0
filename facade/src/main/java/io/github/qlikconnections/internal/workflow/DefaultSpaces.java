package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.UnknownNameException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.gateway.SpacesGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.model.SpaceRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds spaces. This class is thread-safe. */
final class DefaultSpaces implements Spaces {

    private final SpacesGateway gateway;
    private final Supplier<Deadline> deadlines;
    private final PagePrefetcher prefetcher;

    DefaultSpaces(SpacesGateway gateway, Supplier<Deadline> deadlines, PagePrefetcher prefetcher) {
        this.gateway = gateway;
        this.deadlines = deadlines;
        this.prefetcher = prefetcher;
    }

    @Override
    public Paged<Space> list() {
        return new LazyPaged<>("spaces", cursor -> gateway.list(deadlines.get(), null, cursor), prefetcher);
    }

    @Override
    public Optional<Space> findByName(String name) {
        Arguments.require(name, "name");
        return findByName(deadlines.get(), name);
    }

    @Override
    public Space get(String spaceId) {
        Arguments.require(spaceId, "spaceId");
        return gateway.get(deadlines.get(), spaceId);
    }

    Optional<Space> findByName(Deadline deadline, String name) {
        return search(deadline, name).stream()
                .filter(space -> space.name().equals(name))
                .findFirst();
    }

    private List<Space> search(Deadline deadline, @Nullable String nameContains) {
        return new LazyPaged<>("spaces", cursor -> gateway.list(deadline, nameContains, cursor), null)
                .failOnIncomplete().stream().toList();
    }

    /** Returns the id of a space, or null for the personal space and for null. */
    @Nullable String resolveId(Deadline deadline, @Nullable SpaceRef space) {
        if (space == null) {
            return null;
        }
        return space.name().isPresent()
                ? getRequired(deadline, space).id()
                : space.id().orElse(null);
    }

    /**
     * Returns a space other than the personal space.
     *
     * @throws UnknownNameException if the caller can see no space of the name
     */
    Space getRequired(Deadline deadline, SpaceRef space) {
        if (space.name().isEmpty()) {
            return gateway.get(deadline, space.id().orElseThrow());
        }
        String name = space.name().get();
        Optional<Space> found = findByName(deadline, name);
        if (found.isPresent()) {
            return found.get();
        }
        throw new UnknownNameException(
                "The caller can see no space named \"" + name + "\". " + suggestForName(deadline, name));
    }

    Space get(Deadline deadline, String spaceId) {
        return gateway.get(deadline, spaceId);
    }

    /** Suggests spaces for an unknown name. */
    String suggestForName(Deadline deadline, String name) {
        return SpaceSuggestions.forName(name, search(deadline, null));
    }

    /** Suggests a space for an unknown id. A failure to list the spaces is ignored. */
    String suggestForId(Deadline deadline, String spaceId) {
        List<Space> spaces;
        try {
            spaces = search(deadline, null);
        } catch (QlikException e) {
            spaces = List.of();
        }
        return SpaceSuggestions.forId(spaceId, spaces);
    }
}
