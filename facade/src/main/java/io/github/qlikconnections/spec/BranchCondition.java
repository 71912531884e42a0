package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.text.Condition;
import io.github.qlikconnections.internal.text.ConditionFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Condition under which a branch of a specification applies. Instances are immutable and thread-safe.
 *
 * @param condition the condition in words
 * @param schema the schema that the connection properties are evaluated against
 * @param expected whether the branch applies if they match, or if they do not match
 * @param fixed the schemas, by property, of the values that distinguish a branch from its alternatives; may be empty
 * @param alternatives the branches of which at least one applies, null if the branch is none of {@code anyOf} or {@code oneOf}
 */
record BranchCondition(
        Condition condition,
        Object schema,
        boolean expected,
        Map<String, Map<?, ?>> fixed,
        @Nullable List<?> alternatives) {

    private static final Condition NO_ALTERNATIVE = Condition.of("none of its alternatives is given");

    static BranchCondition ofGivenProperty(String name) {
        return new BranchCondition(
                ConditionFormatter.formatGiven(name), Map.of("required", List.of(name)), true, Map.of(), null);
    }

    /** Returns the condition of a {@code then}, which {@code inlined} repeats without references. */
    static BranchCondition ofThen(@Nullable Object condition, @Nullable Object inlined, Set<String> required) {
        return new BranchCondition(
                ConditionFormatter.format(inlined, required), toSchema(condition), true, Map.of(), null);
    }

    /** Returns the condition of an {@code else}, which {@code inlined} repeats without references. */
    static BranchCondition ofElse(@Nullable Object condition, @Nullable Object inlined) {
        return new BranchCondition(
                ConditionFormatter.formatNegated(inlined), toSchema(condition), false, Map.of(), null);
    }

    /** Returns the condition of a branch of {@code anyOf} or {@code oneOf}: the values that it fixes, or else the properties that it requires. */
    static BranchCondition ofAlternative(Map<?, ?> root, @Nullable Object branch, List<?> alternatives) {
        List<Map<?, ?>> parts =
                branch instanceof Map<?, ?> schema ? ApplicableSubschemas.findUnconditional(root, schema) : List.of();
        Map<String, Map<?, ?>> fixed = fixedValues(parts);
        Condition condition = fixed.isEmpty()
                ? ConditionFormatter.format(Map.of("required", requiredNames(parts)))
                : ConditionFormatter.formatFixedValues(fixed);
        return new BranchCondition(condition, toSchema(branch), true, fixed, alternatives);
    }

    /** Returns when the properties must be given that the branch requires. Those of an alternative select it themselves. */
    Condition requirement() {
        return alternatives != null && fixed.isEmpty() ? NO_ALTERNATIVE : condition;
    }

    private static List<Object> requiredNames(List<Map<?, ?>> parts) {
        Set<Object> names = new LinkedHashSet<>();
        for (Map<?, ?> part : parts) {
            if (part.get("required") instanceof List<?> required) {
                names.addAll(required);
            }
        }
        return List.copyOf(names);
    }

    /** Prefers constants, because the values of enumerations may overlap between alternatives. */
    private static Map<String, Map<?, ?>> fixedValues(List<Map<?, ?>> parts) {
        Map<String, Map<?, ?>> constants = new LinkedHashMap<>();
        Map<String, Map<?, ?>> enumerations = new LinkedHashMap<>();
        for (Map<?, ?> part : parts) {
            if (part.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, property) -> {
                    int count = property instanceof Map<?, ?> keywords ? countFixedValues(keywords) : 0;
                    if (count > 0) {
                        (count == 1 ? constants : enumerations).putIfAbsent(String.valueOf(name), (Map<?, ?>) property);
                    }
                });
            }
        }
        return constants.isEmpty() ? enumerations : constants;
    }

    private static int countFixedValues(Map<?, ?> keywords) {
        if (keywords.containsKey("const")) {
            return 1;
        }
        return keywords.get("enum") instanceof List<?> values ? values.size() : 0;
    }

    private static Object toSchema(@Nullable Object schema) {
        return schema == null ? true : schema;
    }
}
