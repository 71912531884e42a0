package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.dataconnections.model.DuplicateRequest;
import io.github.qlikconnections.model.DuplicateOptions;
import org.jspecify.annotations.Nullable;

/** Maps the arguments of a duplicate call to the body of its request. */
final class DuplicateRequestMapper {

    private DuplicateRequestMapper() {}

    static DuplicateRequest toRequest(String connectionId, DuplicateOptions options, @Nullable String spaceId) {
        DuplicateRequest request = new DuplicateRequest();
        request.id = connectionId;
        request.name = options.name().orElse(null);
        request.qUsername = options.username().orElse(null);
        request.qPassword = options.password().orElse(null);
        request.spaceId = spaceId;
        request.additionalMembers = options.additionalMembers();
        return request;
    }
}
