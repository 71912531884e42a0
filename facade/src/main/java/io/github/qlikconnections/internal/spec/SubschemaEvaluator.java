package io.github.qlikconnections.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates parts of a prepared schema, such as the condition of a branch, on their own. Immutable and thread-safe. */
public final class SubschemaEvaluator {

    private final @Nullable Object definitions;

    /**
     * Creates an evaluator.
     *
     * @param root the prepared schema to whose definitions the parts refer
     */
    public SubschemaEvaluator(Map<?, ?> root) {
        this.definitions = root.get("$defs");
    }

    /**
     * Returns whether values match a part of the schema.
     *
     * @param part a schema, or true or false
     * @param values the values
     * @return whether they match; false if the part cannot be evaluated
     */
    public boolean matches(Object part, Map<String, Object> values) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        if (definitions != null) {
            schema.put("$defs", definitions);
        }
        schema.put("allOf", List.of(part));
        try {
            return DevHarrelSchemaEngine.compile(schema).check(values).isEmpty();
        } catch (UnusableSchemaException e) {
            return false;
        }
    }
}
