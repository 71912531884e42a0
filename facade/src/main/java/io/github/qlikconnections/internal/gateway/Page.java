package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items its items, unmodifiable
 * @param received how many items the tenant sent, before some were left out
 * @param next the cursor of the next page, or null at the end
 * @param problems what the tenant could not gather, unmodifiable
 */
public record Page<T>(List<T> items, int received, @Nullable String next, List<ApiError> problems) {}
