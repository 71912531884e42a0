package io.github.qlikconnections.internal.spec;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where JSON Schema's keywords hold further schemas. */
final class Keywords {

    /** Hold one schema. */
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

    /** Hold a list of schemas; {@code items} does so in older schemas. */
    static final Set<String> WITH_LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");

    /** Are absent if the list is empty, since nothing could be one of no alternatives. */
    static final Set<String> ALTERNATIVES = Set.of("allOf", "anyOf", "oneOf");

    /** Hold schemas under names of the author's choice. */
    static final Set<String> WITH_NAMES =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions");

    /** Refer to another schema; the dynamic ones are taken to refer to what they name. */
    static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private Keywords() {}

    /** Returns whether a keyword holds schemas, names its own schema or refers to another one. */
    static boolean isStructure(String keyword) {
        return WITH_SCHEMA.contains(keyword)
                || WITH_LIST.contains(keyword)
                || WITH_NAMES.contains(keyword)
                || REFERENCES.contains(keyword)
                || keyword.equals("id")
                || keyword.startsWith("$");
    }

    /** The schemas that the value of a keyword holds, as far as it has the right form. */
    static Collection<?> schemas(String keyword, @Nullable Object value) {
        if (value instanceof List<?> schemas) {
            return WITH_LIST.contains(keyword) ? schemas : List.of();
        }
        if (value instanceof Map<?, ?> named && WITH_NAMES.contains(keyword)) {
            return named.values();
        }
        return value != null && WITH_SCHEMA.contains(keyword) ? List.of(value) : List.of();
    }
}
