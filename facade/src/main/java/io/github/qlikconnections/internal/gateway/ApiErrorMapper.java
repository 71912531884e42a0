package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;

/** Maps errors within successful responses. */
final class ApiErrorMapper {

    private ApiErrorMapper() {}

    static ApiError toApiError(io.github.qlikconnections.client.dataconnections.model.ApiError error) {
        return ApiError.builder()
                .code(error.code)
                .title(error.title)
                .detail(error.detail)
                .status(error.status)
                .additionalMembers(UnmappedMembers.of(error.additionalMembers).toMap())
                .build();
    }
}
