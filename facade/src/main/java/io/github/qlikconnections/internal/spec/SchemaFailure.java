package io.github.qlikconnections.internal.spec;

/**
 * One keyword that a value does not satisfy. Contains only locations: no value and no message of the engine.
 *
 * @param keyword the keyword, the empty string for a schema that is {@code false}
 * @param evaluationPath the JSON Pointer to the keyword from the root of the schema, through references
 * @param instancePointer the JSON Pointer to the value
 */
public record SchemaFailure(String keyword, String evaluationPath, String instancePointer) {}
