package io.github.qlikconnections.internal.spec;

import java.util.Set;

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

    /** Hold schemas under names of the author's choice. */
    static final Set<String> WITH_NAMES =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions");

    /** Refer to another schema; the dynamic ones are taken to refer to what they name. */
    static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private Keywords() {}
}
