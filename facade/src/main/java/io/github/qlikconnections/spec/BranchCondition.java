package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.text.ConditionFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition under which a part of a schema applies.
 *
 * @param text the condition in words
 * @param schema the schema that the connection properties match if the part applies
 * @param expected false if the part applies to properties that do not match the schema
 * @param fixed the properties whose values tell a branch from its alternatives, with their schemas; often empty
 */
record BranchCondition(String text, Object schema, boolean expected, Map<String, Map<?, ?>> fixed) {

    static BranchCondition given(String name) {
        return new BranchCondition(ConditionFormatter.formatGiven(name), Map.of("required", List.of(name)), true, Map.of());
    }

    static BranchCondition then(@Nullable Object condition, Set<String> required) {
        return new BranchCondition(ConditionFormatter.format(condition, required), orTrue(condition), true, Map.of());
    }

    static BranchCondition otherwise(@Nullable Object condition) {
        return new BranchCondition(ConditionFormatter.formatNegated(condition), orTrue(condition), false, Map.of());
    }

    /** An alternative is named by the values that it fixes. One that fixes none is named by its position only. */
    static BranchCondition alternative(Map<?, ?> root, @Nullable Object branch) {
        Map<String, Map<?, ?>> fixed = fixedBy(root, branch);
        String text = fixed.isEmpty() ? "none of its alternatives is given" : ConditionFormatter.formatFixedValues(fixed);
        return new BranchCondition(text, orTrue(branch), true, fixed);
    }

    /** One fixed value tells alternatives apart better than a list of values, which may overlap with other lists. */
    private static Map<String, Map<?, ?>> fixedBy(Map<?, ?> root, @Nullable Object branch) {
        Map<String, Map<?, ?>> single = new LinkedHashMap<>();
        Map<String, Map<?, ?>> listed = new LinkedHashMap<>();
        List<Map<?, ?>> parts = branch instanceof Map<?, ?> schema ? ApplicableSubschemas.findUnconditional(root, schema) : List.of();
        for (Map<?, ?> part : parts) {
            if (part.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((name, property) -> {
                    int values = property instanceof Map<?, ?> keywords ? fixedValues(keywords) : 0;
                    if (values > 0) {
                        (values == 1 ? single : listed).putIfAbsent(String.valueOf(name), (Map<?, ?>) property);
                    }
                });
            }
        }
        return single.isEmpty() ? listed : single;
    }

    private static int fixedValues(Map<?, ?> keywords) {
        if (keywords.containsKey("const")) {
            return 1;
        }
        return keywords.get("enum") instanceof List<?> values ? values.size() : 0;
    }

    private static Object orTrue(@Nullable Object schema) {
        return schema == null ? true : schema;
    }
}
