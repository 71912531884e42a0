package io.github.qlikconnections.internal.spec;

import java.util.List;
import java.util.Map;

/** A schema that values can be checked against; safe for use by several threads. */
public interface CompiledSchema {

    /**
     * Checks an object.
     *
     * @param value plain values and secrets
     * @return every keyword that failed, those of branches that need not apply included; empty when the object fits
     * @throws UnusableSchemaException when the schema turns out to be unusable or takes too long
     */
    List<SchemaFailure> check(Map<String, Object> value) throws UnusableSchemaException;
}
