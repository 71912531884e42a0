package io.github.qlikconnections.spec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all branches of a specification together state about one property. */
final class BranchSummary {

    private final List<PropertyFacts> always = new ArrayList<>();
    private final List<PropertyFacts> sometimes = new ArrayList<>();

    BranchSummary(List<PropertyBranch> branches) {
        for (PropertyBranch branch : branches) {
            (branch.isUnconditional() ? always : sometimes).add(branch.facts());
        }
    }

    PropertyType type(String name) {
        for (PropertyFacts facts : always) {
            if (facts.statesType()) {
                return facts.type(name);
            }
        }
        Set<PropertyType> types = EnumSet.noneOf(PropertyType.class);
        for (PropertyFacts facts : sometimes) {
            if (facts.statesType()) {
                types.add(facts.type(name));
            }
        }
        if (types.isEmpty()) {
            return always.isEmpty() && sometimes.isEmpty() ? PropertyType.ANY : first().type(name);
        }
        return types.size() == 1 ? types.iterator().next() : PropertyType.ANY;
    }

    private PropertyFacts first() {
        return always.isEmpty() ? sometimes.get(0) : always.get(0);
    }

    String description() {
        for (List<PropertyFacts> group : List.of(always, sometimes)) {
            for (PropertyFacts facts : group) {
                if (!facts.description().isEmpty()) {
                    return facts.description();
                }
            }
        }
        return "";
    }

    /** A default that not every branch states depends on the branch. */
    @Nullable Object defaultValue() {
        for (PropertyFacts facts : always) {
            if (facts.defaultValue() != null) {
                return facts.defaultValue();
            }
        }
        Set<@Nullable Object> defaults = new LinkedHashSet<>();
        sometimes.forEach(facts -> defaults.add(facts.defaultValue()));
        return always.isEmpty() && defaults.size() == 1 ? defaults.iterator().next() : null;
    }

    /** The text of a keyword, where no two branches differ about it. */
    @Nullable String keyword(String keyword) {
        for (PropertyFacts facts : always) {
            if (facts.first(keyword) instanceof String text) {
                return text;
            }
        }
        Set<@Nullable Object> texts = new LinkedHashSet<>();
        sometimes.forEach(facts -> texts.add(facts.first(keyword)));
        return texts.size() == 1 && texts.iterator().next() instanceof String text ? text : null;
    }

    /** A branch can only narrow what is always allowed. */
    List<Object> allowedValues() {
        for (PropertyFacts facts : always) {
            if (!facts.allowedValues().isEmpty()) {
                return facts.allowedValues();
            }
        }
        Set<Object> allowed = new LinkedHashSet<>();
        for (PropertyFacts facts : sometimes) {
            if (facts.allowedValues().isEmpty()) {
                return List.of();
            }
            allowed.addAll(facts.allowedValues());
        }
        return List.copyOf(allowed);
    }
}
