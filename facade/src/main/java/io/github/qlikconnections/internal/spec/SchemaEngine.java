package io.github.qlikconnections.internal.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON Schema engine. */
public interface SchemaEngine {

    /**
     * Compiles a schema.
     *
     * @param schema a schema that {@link SchemaPreprocessor} made
     * @return the compiled schema
     * @throws UnusableSchemaException if the engine rejects the schema
     */
    CompiledSchema compile(Map<String, @Nullable Object> schema) throws UnusableSchemaException;
}
