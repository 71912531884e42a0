package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.SubschemaEvaluator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the default of a property from the branches that the given connection properties select. */
final class DefaultValueResolver {

    private final SubschemaEvaluator evaluator;

    DefaultValueResolver(Map<?, ?> schema) {
        this.evaluator = new SubschemaEvaluator(schema);
    }

    /**
     * Returns the default of a property, empty if no single default applies.
     *
     * @param property the property
     * @param given the given connection properties
     * @param specs all properties of the specification; their defaults are added if the given ones select no default
     */
    Optional<Object> resolve(PropertySpec property, Map<String, Object> given, List<PropertySpec> specs) {
        Optional<Object> unconditional = property.branches().stream()
                .filter(PropertyBranch::isUnconditional)
                .flatMap(branch -> branch.defaultValue().stream())
                .findFirst();
        if (unconditional.isPresent()) {
            return unconditional;
        }
        Set<Object> selected = defaultsOfMatchingBranches(property, given);
        if (selected.size() != 1) {
            selected = defaultsOfMatchingBranches(property, withDefaults(given, specs));
        }
        if (selected.size() == 1) {
            return Optional.of(selected.iterator().next());
        }
        return property.branches().size() > 1 ? property.defaultValue() : Optional.empty();
    }

    private Set<Object> defaultsOfMatchingBranches(PropertySpec property, Map<String, Object> values) {
        Set<Object> defaults = new LinkedHashSet<>();
        for (PropertyBranch branch : property.branches()) {
            if (branch.conditions().stream().allMatch(condition -> isMet(condition, values))) {
                branch.defaultValue().ifPresent(defaults::add);
            }
        }
        return defaults;
    }

    private boolean isMet(BranchCondition condition, Map<String, Object> values) {
        Map<String, Map<?, ?>> fixed = new LinkedHashMap<>(condition.fixed());
        fixed.keySet().retainAll(values.keySet());
        // Other required properties of the branch may still be missing. The fixed values are sufficient if one of them
        // is given.
        Object schema = fixed.isEmpty() ? condition.schema() : Map.of("properties", fixed);
        return evaluator.matches(schema, values) == condition.expected();
    }

    private static Map<String, Object> withDefaults(Map<String, Object> given, List<PropertySpec> specs) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        for (PropertySpec spec : specs) {
            spec.defaultValue().ifPresent(value -> values.putIfAbsent(spec.name(), value));
        }
        return values;
    }
}
