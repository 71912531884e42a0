package io.github.qlikconnections.spec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Combines the rules for one property from all branches of a specification. */
final class BranchSummary {

    private final List<PropertySchema> unconditional = new ArrayList<>();
    private final List<PropertySchema> conditional = new ArrayList<>();

    private final List<PropertyBranch> branches;

    BranchSummary(List<PropertyBranch> branches) {
        this.branches = branches;
        for (PropertyBranch branch : branches) {
            (branch.isUnconditional() ? unconditional : conditional).add(branch.schema());
        }
    }

    PropertyType type(String name) {
        for (PropertySchema schema : unconditional) {
            if (schema.hasType()) {
                return schema.type(name);
            }
        }
        Set<PropertyType> types = EnumSet.noneOf(PropertyType.class);
        for (PropertySchema schema : conditional) {
            if (schema.hasType()) {
                types.add(schema.type(name));
            }
        }
        if (types.isEmpty()) {
            return unconditional.isEmpty() && conditional.isEmpty()
                    ? PropertyType.ANY
                    : firstSchema().type(name);
        }
        return types.size() == 1 ? types.iterator().next() : PropertyType.ANY;
    }

    private PropertySchema firstSchema() {
        return unconditional.isEmpty() ? conditional.get(0) : unconditional.get(0);
    }

    String description() {
        for (List<PropertySchema> group : List.of(unconditional, conditional)) {
            for (PropertySchema schema : group) {
                if (!schema.description().isEmpty()) {
                    return schema.description();
                }
            }
        }
        return "";
    }

    /** Returns the default that does not depend on a branch, or null. */
    @Nullable Object defaultValue() {
        for (PropertySchema schema : unconditional) {
            if (schema.defaultValue() != null) {
                return schema.defaultValue();
            }
        }
        Set<@Nullable Object> defaults = new LinkedHashSet<>();
        conditional.forEach(schema -> defaults.add(schema.defaultValue()));
        return unconditional.isEmpty() && defaults.size() == 1
                ? defaults.iterator().next()
                : null;
    }

    /** Returns the string value of a keyword, or null if it is missing or differs between branches. */
    @Nullable String keyword(String keyword) {
        for (PropertySchema schema : unconditional) {
            if (schema.firstValue(keyword) instanceof String text) {
                return text;
            }
        }
        Set<@Nullable Object> values = new LinkedHashSet<>();
        conditional.forEach(schema -> values.add(schema.firstValue(keyword)));
        return values.size() == 1 && values.iterator().next() instanceof String text ? text : null;
    }

    /**
     * Returns the allowed values, empty if any value is allowed. Values of an unconditional branch are sufficient, because a
     * conditional branch can only narrow them.
     */
    List<Object> allowedValues() {
        for (PropertySchema schema : unconditional) {
            if (!schema.allowedValues().isEmpty()) {
                return schema.allowedValues();
            }
        }
        return unconditional.isEmpty() ? valuesOfAllConditions() : valuesOfCompleteAlternatives();
    }

    private List<Object> valuesOfAllConditions() {
        Set<Object> allowed = new LinkedHashSet<>();
        for (PropertySchema schema : conditional) {
            if (schema.allowedValues().isEmpty()) {
                return List.of();
            }
            allowed.addAll(schema.allowedValues());
        }
        return List.copyOf(allowed);
    }

    /** Returns the values of alternatives that all list some. Any other condition may not hold, and then allows any value. */
    private List<Object> valuesOfCompleteAlternatives() {
        IdentityHashMap<List<?>, IdentityHashMap<Object, List<Object>>> listed = new IdentityHashMap<>();
        for (PropertyBranch branch : branches) {
            List<?> alternatives = branch.alternatives();
            if (alternatives != null && !branch.allowedValues().isEmpty()) {
                IdentityHashMap<Object, List<Object>> values =
                        listed.computeIfAbsent(alternatives, any -> new IdentityHashMap<>());
                values.put(branch.conditions().get(0).schema(), branch.allowedValues());
                if (values.size() == alternatives.size()) {
                    return alternatives.stream()
                            .flatMap(alternative -> values.getOrDefault(alternative, List.of()).stream())
                            .distinct()
                            .toList();
                }
            }
        }
        return List.of();
    }
}
