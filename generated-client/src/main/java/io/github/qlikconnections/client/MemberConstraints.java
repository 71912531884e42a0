package io.github.qlikconnections.client;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * Constraints that a document states for a member of a schema or for an item of a list. A constraint that is not stated is null.
 * Instances are immutable and thread-safe.
 *
 * @param required whether a request must have the member
 * @param minLength the minimum number of characters
 * @param maxLength the maximum number of characters
 * @param maxBytes the maximum number of bytes in UTF-8, from the extension {@code x-max-bytes}
 * @param minItems the minimum number of items
 * @param maxItems the maximum number of items
 * @param pattern a regular expression of ECMA 262, without delimiters
 * @param values the allowed values as strings; empty if all are allowed
 * @param items the constraints of each item
 */
public record MemberConstraints(
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer maxBytes,
        @Nullable Integer minItems,
        @Nullable Integer maxItems,
        @Nullable String pattern,
        List<String> values,
        @Nullable MemberConstraints items) {}
