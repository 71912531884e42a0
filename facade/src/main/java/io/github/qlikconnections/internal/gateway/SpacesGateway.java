package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.spaces.api.SpacesApi;
import io.github.qlikconnections.client.spaces.api.SpacesApi.ListSpacesParams;
import io.github.qlikconnections.client.spaces.model.Link;
import io.github.qlikconnections.client.spaces.model.SpacesLinks;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.Space;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls the operations of {@code spaces.yaml} and maps them to types of the library. This class is thread-safe. */
public final class SpacesGateway {

    private static final int PAGE_SIZE = 100;

    private final ApiClientFactory clients;

    /** Creates a gateway that sends its requests with the clients of this factory. */
    public SpacesGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** Returns a page of the spaces whose name contains the given text, ignoring letter case, or of all spaces if it is null. */
    public Page<Space> list(Deadline deadline, @Nullable String nameContains, @Nullable String cursor) {
        String subject = nameContains == null ? "" : "named \"" + nameContains + "\"";
        Call call = new Call(Operation.LIST_SPACES, subject, deadline);
        ListResponseValidator validator = new ListResponseValidator();
        var page = api(call)
                .listSpaces(new ListSpacesParams()
                        .name(nameContains)
                        .limit(PAGE_SIZE)
                        .next(cursor));
        var received = ResponseLists.required(page.data, call, "data");
        List<Space> spaces = received.stream()
                .filter(space -> space.id != null && !space.id.isBlank())
                .map(SpacesGateway::toSpace)
                .toList();
        return new Page<>(
                spaces, received.size(), validator.nextCursor(href(page.links), "next"), validator.warnings());
    }

    /** Returns a space by id. */
    public Space get(Deadline deadline, String spaceId) {
        String id = PathSegment.requireValid(spaceId, "space id");
        Call call = new Call(Operation.GET_SPACE, "space " + id, deadline);
        var space = api(call).getSpace(id);
        if (space.id == null || space.id.isBlank()) {
            throw new UnexpectedResponseException(call.failureMessage("the response has no id."), 200);
        }
        return toSpace(space);
    }

    private static @Nullable String href(@Nullable SpacesLinks links) {
        Link next = links == null ? null : links.next;
        return next == null ? null : next.href;
    }

    private static Space toSpace(io.github.qlikconnections.client.spaces.model.Space space) {
        String id = Objects.requireNonNullElse(space.id, "");
        return Space.builder(id, Objects.requireNonNullElse(space.name, id))
                .type(space.type)
                .description(space.description)
                .ownerId(space.ownerId)
                .createdAt(TimestampParser.parse(space.createdAt))
                .updatedAt(TimestampParser.parse(space.updatedAt))
                .additionalMembers(UnmappedMembers.of(space.additionalMembers)
                        .with(WireMembers.TENANT_ID, space.tenantId)
                        .with("createdBy", space.createdBy)
                        .toMap())
                .build();
    }

    private SpacesApi api(Call call) {
        return new SpacesApi(clients.forCall(call));
    }
}
