package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares the old and the new specification of one property and describes the differences. */
final class PropertyComparison {

    private final List<String> differences = new ArrayList<>();

    private PropertyComparison() {}

    static Optional<PropertySpecChange> compare(PropertySpec before, PropertySpec after) {
        PropertyComparison comparison = new PropertyComparison();
        comparison.addIfDifferent("type", before.type(), after.type());
        comparison.addIfDifferent("requirement", requirement(before), requirement(after));
        comparison.addAllowedValues(before.allowedValues(), after.allowedValues());
        if (before.isSecret() || after.isSecret()) {
            comparison.addIfDifferent("secret", before.isSecret(), after.isSecret());
        } else {
            comparison.addIfDifferent("default", format(before.defaultValue()), format(after.defaultValue()));
        }
        if (!before.description().equals(after.description())) {
            comparison.differences.add("another description");
        }
        boolean sameRules = rules(before).equals(rules(after));
        if (!sameRules && comparison.differences.isEmpty()) {
            comparison.differences.add("other rules for its value");
        }
        return comparison.differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new PropertySpecChange(before, after, comparison.differences));
    }

    private static List<String> rules(PropertySpec property) {
        return property.branches().stream()
                .map(branch -> branch + JsonWriter.canonical(branch.schema().inlinedSchema()))
                .toList();
    }

    private static String requirement(PropertySpec property) {
        return property.requirement().displayName()
                + property.requiredWhen().map(when -> ", required when " + when).orElse("");
    }

    private static String format(Optional<Object> value) {
        return value.map(MessageFormatter::formatSchemaValue).orElse("none");
    }

    private void addIfDifferent(String subject, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            differences.add(subject + ": " + after + ", was " + before);
        }
    }

    private void addAllowedValues(List<Object> before, List<Object> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty() || after.isEmpty()) {
            differences.add(
                    after.isEmpty()
                            ? "any value is allowed now"
                            : "only these values are allowed now: " + MessageFormatter.formatList(after, ", "));
            return;
        }
        addValuesOnlyIn("now also allowed: ", after, before);
        addValuesOnlyIn("no longer allowed: ", before, after);
    }

    /** Adds the values that only the first list contains. */
    private void addValuesOnlyIn(String subject, List<Object> values, List<Object> others) {
        List<Object> only =
                values.stream().filter(value -> !others.contains(value)).toList();
        if (!only.isEmpty()) {
            differences.add(subject + MessageFormatter.formatList(only, ", "));
        }
    }
}
