package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;

/** Maps errors within successful responses. */
final class ApiErrorMapper {

    private ApiErrorMapper() {}

    static ApiError toApiError(io.github.qlikconnections.client.dataconnections.model.ApiError error) {
        return ApiError.of(error.code, error.title, error.detail, error.status);
    }
}
