package io.github.qlikconnections.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * What one attempt brought back.
 *
 * @param status the status
 * @param value what the body of a success became; null where none was to be read
 * @param refused what an error status came with; null for a success
 */
record Answer<T>(int status, @Nullable T value, @Nullable Refused refused) {}
