package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The known differences of the reference engine and the reasons why ours is correct. */
enum KnownDifference {
    UNIQUE_MEMBERS(
            "The reference engine applies uniqueItems to the members of an object, though it is a rule for arrays only."),
    MEMBERS_COUNTED_AS_ITEMS(
            "The reference engine applies maxContains to the members of an object, though it is a rule for arrays only."),
    RESERVED_DOMAIN(
            "The reference engine rejects an email address whose top-level domain is not registered; RFC 5321 does not.");

    private final String reason;

    KnownDifference(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    boolean explains(Map<String, Object> schema, Map<String, Object> value) {
        return switch (this) {
            case UNIQUE_MEMBERS -> containsKeyword(schema, "uniqueItems", true) && hasEqualMembers(value);
            case MEMBERS_COUNTED_AS_ITEMS -> maxMembers(value) > minValue(schema, "maxContains");
            case RESERVED_DOMAIN ->
                containsKeyword(schema, "format", "email") && value.toString().contains("@example.test");
        };
    }

    /** Returns the number of members of the largest object. */
    private static int maxMembers(@Nullable Object value) {
        int own = value instanceof Map<?, ?> members ? members.size() : 0;
        return Math.max(
                own, children(value).mapToInt(KnownDifference::maxMembers).max().orElse(0));
    }

    /** Returns the smallest value of a keyword in a schema, a large number if it has none. */
    private static long minValue(@Nullable Object schema, String keyword) {
        long own = schema instanceof Map<?, ?> keywords && keywords.get(keyword) instanceof Long value
                ? value
                : Long.MAX_VALUE;
        return Math.min(
                own,
                children(schema)
                        .mapToLong(child -> minValue(child, keyword))
                        .min()
                        .orElse(Long.MAX_VALUE));
    }

    private static Stream<?> children(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream();
        }
        return value instanceof List<?> items ? items.stream() : Stream.empty();
    }

    private static boolean containsKeyword(@Nullable Object value, String keyword, Object expected) {
        return (value instanceof Map<?, ?> members && expected.equals(members.get(keyword)))
                || children(value).anyMatch(child -> containsKeyword(child, keyword, expected));
    }

    private static boolean hasEqualMembers(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            // Compared as JSON, because 1 and 1.0 are equal there.
            Set<String> distinct =
                    members.values().stream().map(JsonWriter::canonical).collect(Collectors.toSet());
            if (distinct.size() < members.size()) {
                return true;
            }
        }
        return children(value).anyMatch(KnownDifference::hasEqualMembers);
    }
}
