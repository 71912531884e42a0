package io.github.qlikconnections.internal.spec;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classifies the keywords of JSON Schema by the subschemas that they contain. */
final class Keywords {

    /** Keywords whose value is one schema. */
    static final Set<String> WITH_SCHEMA = Set.of(
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "items",
            "additionalItems",
            "unevaluatedItems",
            "contains",
            "not",
            "if",
            "then",
            "else");

    /** Keywords whose value is a list of schemas. {@code items} is one of them in older schemas. */
    static final Set<String> WITH_LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");

    /** Keywords that are ignored if their list is empty, because no value could match one of no alternatives. */
    static final Set<String> ALTERNATIVES = Set.of("allOf", "anyOf", "oneOf");

    /** Keywords whose value maps names to schemas. */
    static final Set<String> WITH_NAMES =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions");

    /** Keywords that reference another schema. Dynamic references are resolved like static ones. */
    static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private Keywords() {}

    /** Returns whether a keyword contains schemas, identifies its own schema or references another one. */
    static boolean isStructural(String keyword) {
        return WITH_SCHEMA.contains(keyword)
                || WITH_LIST.contains(keyword)
                || WITH_NAMES.contains(keyword)
                || REFERENCES.contains(keyword)
                || keyword.equals("id")
                || keyword.startsWith("$");
    }

    /** Returns the subschemas in the value of a keyword, empty if the value has the wrong type. */
    static Collection<?> subschemas(String keyword, @Nullable Object value) {
        if (value instanceof List<?> schemas) {
            return WITH_LIST.contains(keyword) ? schemas : List.of();
        }
        if (value instanceof Map<?, ?> named && WITH_NAMES.contains(keyword)) {
            return named.values();
        }
        return value != null && WITH_SCHEMA.contains(keyword) ? List.of(value) : List.of();
    }
}
