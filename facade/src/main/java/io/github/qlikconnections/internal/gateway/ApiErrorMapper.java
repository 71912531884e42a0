package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;

/** Errors that stand inside a success. */
final class ApiErrorMapper {

    private ApiErrorMapper() {}

    static ApiError of(io.github.qlikconnections.client.dataconnections.model.ApiError error) {
        return ApiError.of(error.code, error.title, error.detail, error.status);
    }
}
