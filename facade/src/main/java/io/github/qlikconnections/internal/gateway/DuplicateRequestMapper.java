package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.dataconnections.model.DuplicateRequest;
import io.github.qlikconnections.model.DuplicateOptions;
import org.jspecify.annotations.Nullable;

/** Makes the body of a duplicate. */
final class DuplicateRequestMapper {

    private DuplicateRequestMapper() {}

    static DuplicateRequest of(String connectionId, DuplicateOptions options, @Nullable String spaceId) {
        DuplicateRequest body = new DuplicateRequest();
        body.id = connectionId;
        body.name = options.name().orElse(null);
        body.qUsername = options.username().orElse(null);
        body.qPassword = options.password().orElse(null);
        body.spaceId = spaceId;
        return body;
    }
}
