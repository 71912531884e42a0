package io.github.qlikconnections.internal.spec;

import java.util.List;
import java.util.Map;

/** A schema that validates values. Implementations are thread-safe. */
public interface CompiledSchema {

    /**
     * Validates an object.
     *
     * @param value plain values and secrets
     * @return every keyword that failed, including those of branches that need not apply; empty if the object is valid
     * @throws UnusableSchemaException if the schema cannot be evaluated or its evaluation exceeds the budget
     */
    List<SchemaFailure> validate(Map<String, Object> value) throws UnusableSchemaException;
}
