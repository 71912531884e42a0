package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;
import org.jspecify.annotations.Nullable;

/** Errors that stand inside a success. */
final class WireErrors {

    private WireErrors() {}

    static ApiError of(io.github.qlikconnections.client.dataconnections.model.ApiError error) {
        return ApiError.of(error.code, error.title, error.detail, error.status);
    }

    static @Nullable ApiError ofNullable(
            io.github.qlikconnections.client.dataconnections.model.@Nullable ApiError error) {
        return error == null ? null : of(error);
    }
}
