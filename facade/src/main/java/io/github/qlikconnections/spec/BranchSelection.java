package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.SubschemaEvaluator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the branches of a specification that given connection properties select, and the defaults in them. */
final class BranchSelection {

    private final SubschemaEvaluator evaluator;

    BranchSelection(Map<?, ?> schema) {
        this.evaluator = new SubschemaEvaluator(schema);
    }

    /**
     * Returns the default that applies to a property.
     *
     * @param property the property
     * @param given the connection properties that are given
     * @param specs all properties of the specification; their defaults count as given if the given ones decide nothing
     */
    Optional<Object> defaultValue(PropertySpec property, Map<String, Object> given, List<PropertySpec> specs) {
        Optional<Object> always = property.branches().stream()
                .filter(PropertyBranch::isUnconditional)
                .flatMap(branch -> branch.defaultValue().stream())
                .findFirst();
        if (always.isPresent()) {
            return always;
        }
        Set<Object> selected = defaults(property, given);
        if (selected.size() != 1) {
            selected = defaults(property, withDefaults(given, specs));
        }
        if (selected.size() == 1) {
            return Optional.of(selected.iterator().next());
        }
        return property.branches().size() > 1 ? property.defaultValue() : Optional.empty();
    }

    private Set<Object> defaults(PropertySpec property, Map<String, Object> values) {
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
        // What a branch requires may still be missing. The values that it fixes decide, where any of them is given.
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
