package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.ApiError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one attempt brought back. */
sealed interface Answer<T> {

    /** A success and what its body became; null where none was to be read. */
    record Success<T>(int status, @Nullable T value) implements Answer<T> {}

    /** An error status and what its body explained. */
    record Refused<T>(
            int status,
            List<ApiError> errors,
            @Nullable String traceId,
            @Nullable Duration retryAfter) implements Answer<T> {}
}
