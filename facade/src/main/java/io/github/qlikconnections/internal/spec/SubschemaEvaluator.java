package io.github.qlikconnections.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates subschemas of a prepared schema, such as the condition of a branch. Immutable and thread-safe. */
public final class SubschemaEvaluator {

    private final @Nullable Object definitions;

    /**
     * Creates an evaluator.
     *
     * @param root the prepared schema whose definitions the subschemas reference
     */
    public SubschemaEvaluator(Map<?, ?> root) {
        this.definitions = root.get("$defs");
    }

    /**
     * Returns whether values match a subschema.
     *
     * @param part a schema, or true or false
     * @param values the values
     * @return whether they match; false if the subschema cannot be evaluated
     */
    public boolean matches(Object part, Map<String, Object> values) {
        return compile(part).test(values);
    }

    /**
     * Compiles a subschema for several values.
     *
     * @param part a schema, or true or false
     * @return whether values match; always false if the subschema cannot be evaluated
     */
    public Predicate<Map<String, Object>> compile(Object part) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        if (definitions != null) {
            schema.put("$defs", definitions);
        }
        schema.put("allOf", List.of(part));
        try {
            CompiledSchema compiled = DevHarrelSchemaEngine.compile(schema);
            return values -> isValid(compiled, values);
        } catch (UnusableSchemaException e) {
            return values -> false;
        }
    }

    private static boolean isValid(CompiledSchema schema, Map<String, Object> values) {
        try {
            return schema.validate(values).isEmpty();
        } catch (UnusableSchemaException e) {
            return false;
        }
    }
}
