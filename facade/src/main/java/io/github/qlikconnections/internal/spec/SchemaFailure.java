package io.github.qlikconnections.internal.spec;

/**
 * One keyword that a value does not satisfy. It says where to look, and holds no value and no text of the engine.
 *
 * @param keyword the keyword, the empty string for a schema that is {@code false}
 * @param evaluationPath the JSON Pointer to the keyword from the root of the schema, through references
 * @param instancePointer the JSON Pointer to the value
 */
public record SchemaFailure(String keyword, String evaluationPath, String instancePointer) {}
