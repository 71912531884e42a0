package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.ApiError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error status and what it came with.
 *
 * @param status the status
 * @param retryAfter how long the tenant asks to wait, if it does
 * @param errors the errors that the body explained, in their order
 * @param traceId the trace id, if the body named one
 */
record ErrorResponse(
        int status,
        @Nullable Duration retryAfter,
        List<ApiError> errors,
        @Nullable String traceId) {

    /** Without any explanation. */
    ErrorResponse(int status, @Nullable Duration retryAfter) {
        this(status, retryAfter, List.of(), null);
    }

    /** Whether a server may respond so to a request that it, or the server behind it, has carried out all the same. */
    boolean leavesOutcomeOpen() {
        return status >= 500 || status == 408;
    }
}
