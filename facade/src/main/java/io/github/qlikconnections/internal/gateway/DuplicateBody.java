package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.DuplicateRequest;
import io.github.qlikconnections.model.DuplicateOptions;
import org.jspecify.annotations.Nullable;

/** Makes the body of a duplicate. */
final class DuplicateBody {

    private DuplicateBody() {}

    static DuplicateRequest of(String connectionId, DuplicateOptions options, @Nullable String spaceId) {
        DuplicateRequest body = new DuplicateRequest();
        body.setId(connectionId);
        options.name().ifPresent(body::setName);
        options.username().ifPresent(body::setqUsername);
        options.password().map(Secret::reveal).ifPresent(body::setqPassword);
        if (spaceId != null) {
            body.setSpaceId(spaceId);
        }
        return body;
    }
}
