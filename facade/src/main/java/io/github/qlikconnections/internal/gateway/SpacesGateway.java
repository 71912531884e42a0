package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.spaces.api.SpacesApi;
import io.github.qlikconnections.client.spaces.model.Link;
import io.github.qlikconnections.client.spaces.model.SpacesLinks;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.model.Space;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of {@code spaces.yaml} in own types. Thread-safe. */
public final class SpacesGateway {

    private static final int PAGE_SIZE = 100;

    private final WireClient wire;
    private final SpacesApi api;

    /** Over this client. */
    public SpacesGateway(WireClient wire) {
        this.wire = wire;
        this.api = new SpacesApi(wire);
    }

    /** All pages of the spaces whose name holds the given text, in any case; null for all spaces. */
    public List<Space> search(Deadline deadline, @Nullable String nameHolds) {
        String subject = nameHolds == null ? "" : "named \"" + nameHolds + "\"";
        Call call = new Call(Operation.LIST_SPACES, subject, deadline, Redactor.NONE);
        List<Space> spaces = new ArrayList<>();
        // A tenant that gives the same cursor again would keep us here for ever.
        Set<String> seen = new HashSet<>();
        String cursor = null;
        do {
            String next = cursor;
            var page = wire.send(
                    call,
                    () -> api.listSpaces(nameHolds, null, null, null, null, null, null, null, PAGE_SIZE, next, null));
            for (var space : page.getData() == null
                    ? List.<io.github.qlikconnections.client.spaces.model.Space>of()
                    : page.getData()) {
                if (space != null && space.getId() != null) {
                    spaces.add(space(space));
                }
            }
            cursor = cursor(page.getLinks());
        } while (cursor != null && seen.add(cursor));
        return List.copyOf(spaces);
    }

    /** One space. */
    public Space get(Deadline deadline, String spaceId) {
        String id = PathId.of(spaceId, "space id");
        Call call = new Call(Operation.GET_SPACE, "space " + id, deadline, Redactor.NONE);
        return space(wire.send(call, () -> api.getSpace(id)));
    }

    private static @Nullable String cursor(@Nullable SpacesLinks links) {
        Link next = links == null ? null : links.getNext();
        return next == null ? null : Cursor.of(next.getHref(), "next");
    }

    private static Space space(io.github.qlikconnections.client.spaces.model.Space space) {
        String id = Objects.requireNonNullElse(space.getId(), "");
        return Space.builder(id, Objects.requireNonNullElse(space.getName(), id))
                .type(space.getType())
                .description(space.getDescription())
                .ownerId(space.getOwnerId())
                .createdAt(WireDates.parse(space.getCreatedAt()))
                .updatedAt(WireDates.parse(space.getUpdatedAt()))
                .build();
    }
}
