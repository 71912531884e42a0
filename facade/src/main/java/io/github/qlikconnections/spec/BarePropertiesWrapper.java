package io.github.qlikconnections.spec;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wraps properties that a service returns by name, without an enclosing schema, in a schema. */
final class BarePropertiesWrapper {

    /** Keywords whose presence shows that an object is a schema. */
    private static final Set<String> SCHEMA_KEYWORDS = Set.of(
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

    /** Keywords that are common in the schema of a property. */
    private static final Set<String> PROPERTY_KEYWORDS = Set.of(
            "type", "description", "title", "default", "enum", "const", "format", "required", "items", "properties");

    private BarePropertiesWrapper() {}

    /** Returns a schema that contains the given properties, or the given object if it is a schema itself. */
    static Map<?, ?> wrap(Map<?, ?> schema) {
        boolean hasPropertyKeyword = false;
        for (Map.Entry<?, ?> entry : schema.entrySet()) {
            if (SCHEMA_KEYWORDS.contains(String.valueOf(entry.getKey())) || !isNullOrObject(entry.getValue())) {
                return schema;
            }
            hasPropertyKeyword |= entry.getValue() instanceof Map<?, ?> keywords
                    && PROPERTY_KEYWORDS.stream().anyMatch(keywords::containsKey);
        }
        return hasPropertyKeyword ? Map.of("properties", schema) : schema;
    }

    private static boolean isNullOrObject(@Nullable Object value) {
        return value == null || value instanceof Map;
    }
}
