package io.github.qlikconnections.internal.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the library needs of a JSON Schema engine. */
public interface SchemaEngine {

    /**
     * Compiles a schema.
     *
     * @param schema a schema that {@link SchemaPreprocessor} made
     * @return the compiled schema
     * @throws UnusableSchemaException when the engine refuses it
     */
    CompiledSchema compile(Map<String, @Nullable Object> schema) throws UnusableSchemaException;
}
