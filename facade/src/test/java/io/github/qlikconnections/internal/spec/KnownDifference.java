package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
            case MEMBERS_COUNTED_AS_ITEMS -> hasKeyword(schema, "maxContains");
            case RESERVED_DOMAIN ->
                containsKeyword(schema, "format", "email") && value.toString().contains("@example.test");
        };
    }

    private static boolean hasKeyword(@Nullable Object value, String keyword) {
        if (value instanceof Map<?, ?> members) {
            return members.containsKey(keyword)
                    || members.values().stream().anyMatch(member -> hasKeyword(member, keyword));
        }
        return value instanceof List<?> items && items.stream().anyMatch(item -> hasKeyword(item, keyword));
    }

    private static boolean containsKeyword(@Nullable Object value, String keyword, Object expected) {
        if (value instanceof Map<?, ?> members) {
            return expected.equals(members.get(keyword))
                    || members.values().stream().anyMatch(member -> containsKeyword(member, keyword, expected));
        }
        return value instanceof List<?> items
                && items.stream().anyMatch(item -> containsKeyword(item, keyword, expected));
    }

    private static boolean hasEqualMembers(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            // Compared as JSON, because 1 and 1.0 are equal there.
            Set<String> distinct =
                    members.values().stream().map(JsonWriter::canonical).collect(Collectors.toSet());
            return distinct.size() < members.size()
                    || members.values().stream().anyMatch(KnownDifference::hasEqualMembers);
        }
        return value instanceof List<?> items && items.stream().anyMatch(KnownDifference::hasEqualMembers);
    }
}
