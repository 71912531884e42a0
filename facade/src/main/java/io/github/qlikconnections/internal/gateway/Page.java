package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items, unmodifiable
 * @param receivedCount the number of items in the response, before filtering
 * @param nextCursor the cursor of the next page, or null on the last page
 * @param warnings the reasons why the page may be incomplete, unmodifiable
 */
public record Page<T>(
        List<T> items, int receivedCount, @Nullable String nextCursor, List<ApiError> warnings) {}
