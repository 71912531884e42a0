package io.github.qlikconnections.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * The response to one attempt.
 *
 * @param <T> the type of the body
 */
sealed interface AttemptResult<T> {

    /** Returns the HTTP status. */
    int status();

    /**
     * A success.
     *
     * @param status the HTTP status
     * @param value the body, or null if none was to be read
     */
    record Success<T>(int status, @Nullable T value) implements AttemptResult<T> {}

    /**
     * An error status.
     *
     * @param response the error response
     */
    record Rejection<T>(ErrorResponse response) implements AttemptResult<T> {

        @Override
        public int status() {
            return response.status();
        }
    }
}
