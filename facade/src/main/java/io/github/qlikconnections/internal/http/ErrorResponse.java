package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.ApiError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error response.
 *
 * @param status the status
 * @param retryAfter the value of {@code Retry-After}, or null
 * @param errors the errors of the body, in order
 * @param traceId the trace id of the body, or null
 */
record ErrorResponse(
        int status,
        @Nullable Duration retryAfter,
        List<ApiError> errors,
        @Nullable String traceId) {

    /** Creates an error response without a usable body. */
    ErrorResponse(int status, @Nullable Duration retryAfter) {
        this(status, retryAfter, List.of(), null);
    }

    /** Returns whether the request may have been applied in spite of this status. */
    boolean leavesOutcomeOpen() {
        return status >= 500 || status == 408;
    }
}
