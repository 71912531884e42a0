package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the one form in which schemas of all versions of OpenAPI are compared: references are resolved, {@code allOf} is merged and
 * the type is inferred. The schemas within it are as in the document.
 *
 * @param types the JSON types; empty if any value is allowed
 * @param items the schema of the items, or null
 * @param values the schema of further members, or null
 * @param forms the alternatives by the name of their schema, or by their position
 * @param enumValues the allowed values as JSON; empty if the schema does not list any
 * @param constraints all other keywords that restrict values, with their values as JSON
 * @param source all keywords, for marks such as {@code deprecated}
 */
record NormalizedSchema(
        SortedSet<String> types,
        String format,
        boolean isNullable,
        Map<String, JsonNode> properties,
        SortedSet<String> required,
        @Nullable JsonNode items,
        @Nullable JsonNode values,
        Map<String, JsonNode> forms,
        SortedSet<String> enumValues,
        SortedMap<String, String> constraints,
        JsonNode source) {

    /** Returns the type as the report writes it. */
    String type() {
        String text = types.isEmpty() ? "any" : String.join(" or ", types);
        return format.isEmpty() ? text : text + " of format " + format;
    }

    /** Returns the default as JSON, or an empty string. */
    String defaultValue() {
        return CanonicalJson.of(source.path("default"));
    }
}
