package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares two states of one property and says in words what is different. */
final class PropertyComparison {

    private final List<String> differences = new ArrayList<>();

    private PropertyComparison() {}

    static Optional<PropertySpecChange> of(PropertySpec before, PropertySpec after) {
        PropertyComparison comparison = new PropertyComparison();
        comparison.compare("type", before.type(), after.type());
        comparison.compare("requirement", requirement(before), requirement(after));
        comparison.allowed(before.allowedValues(), after.allowedValues());
        if (before.isSecret() || after.isSecret()) {
            comparison.compare("secret", before.isSecret(), after.isSecret());
        } else {
            comparison.compare("default", shown(before.defaultValue()), shown(after.defaultValue()));
        }
        if (!before.description().equals(after.description())) {
            comparison.differences.add("another description");
        }
        boolean same = rules(before).equals(rules(after));
        if (!same && comparison.differences.isEmpty()) {
            comparison.differences.add("other rules for its value");
        }
        return comparison.differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new PropertySpecChange(before, after, comparison.differences));
    }

    private static List<String> rules(PropertySpec property) {
        return property.branches().stream()
                .map(branch -> branch + JsonWriter.canonical(branch.facts().completeSchema()))
                .toList();
    }

    private static String requirement(PropertySpec property) {
        return property.requirement().word()
                + property.requiredWhen().map(when -> ", required when " + when).orElse("");
    }

    private static String shown(Optional<Object> value) {
        return value.map(MessageFormatter::formatSchemaValue).orElse("none");
    }

    private void compare(String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            differences.add(what + ": " + after + ", was " + before);
        }
    }

    private void allowed(List<Object> before, List<Object> after) {
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
        listed("now also allowed: ", after, before);
        listed("no longer allowed: ", before, after);
    }

    /** The values that only the first list holds. */
    private void listed(String what, List<Object> values, List<Object> others) {
        List<Object> only =
                values.stream().filter(value -> !others.contains(value)).toList();
        if (!only.isEmpty()) {
            differences.add(what + MessageFormatter.formatList(only, ", "));
        }
    }
}
