package io.github.qlikconnections.spec;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes properties that are given by their names, without the {@code properties} of a schema around them. */
final class BareProperties {

    /** A schema that has one of these describes its properties in the usual way. */
    private static final Set<String> KEYWORDS = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependentSchemas",
            "dependencies",
            "definitions",
            "$defs",
            "$ref");

    /** What the schema of a property tends to have. */
    private static final Set<String> OF_A_PROPERTY = Set.of(
            "type", "description", "title", "default", "enum", "const", "format", "required", "items", "properties");

    private BareProperties() {}

    /** Returns the schema itself, or a schema around the properties if it is nothing but properties. */
    static Map<?, ?> wrapped(Map<?, ?> schema) {
        boolean described = false;
        for (Map.Entry<?, ?> entry : schema.entrySet()) {
            if (KEYWORDS.contains(String.valueOf(entry.getKey())) || !mayBeProperty(entry.getValue())) {
                return schema;
            }
            described |= entry.getValue() instanceof Map<?, ?> keywords
                    && OF_A_PROPERTY.stream().anyMatch(keywords::containsKey);
        }
        return described ? Map.of("properties", schema) : schema;
    }

    private static boolean mayBeProperty(@Nullable Object value) {
        return value == null || value instanceof Map;
    }
}
