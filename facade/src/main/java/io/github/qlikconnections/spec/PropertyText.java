package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.text.LineWrapper;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything about one property as text for a terminal of 120 columns. Only defaults of secrets are left out. */
final class PropertyText {

    private static final int WIDTH = 120;
    private static final String INDENT = "    ";

    private PropertyText() {}

    static String of(PropertySpec property) {
        List<String> lines = new ArrayList<>();
        lines.add(MessageFormatter.formatName(property.name()) + ": " + property.type() + (property.isSecret() ? ", secret" : "")
                + ", " + property.requirement().word());
        if (!property.description().isEmpty()) {
            wrap(property.description().strip().replaceAll("\\s+", " "), lines);
        }
        lines.addAll(rules(property));
        return String.join(System.lineSeparator(), lines);
    }

    /** Tells whether it depends on other properties which rules apply. */
    static boolean hasDifferentBranches(PropertySpec property) {
        return property.branches().stream()
                        .map(branch -> branch.allowedValues() + " " + branch.defaultValue())
                        .distinct()
                        .count()
                > 1;
    }

    /** Conditions, defaults and values, none of them cut. */
    static List<String> rules(PropertySpec property) {
        List<String> lines = new ArrayList<>();
        property.requiredWhen().ifPresent(when -> wrap("required when " + when, lines));
        property.uncheckedReason().ifPresent(reason -> wrap("not checked: " + reason, lines));
        if (hasDifferentBranches(property)) {
            for (PropertyBranch branch : property.branches()) {
                String rules = rules(branch.defaultValue(), branch.allowedValues(), property.isSecret());
                if (!rules.isEmpty()) {
                    wrap(branch + ": " + rules, lines);
                }
            }
        } else {
            String rules = rules(property.defaultValue(), property.allowedValues(), property.isSecret());
            if (!rules.isEmpty()) {
                wrap(rules, lines);
            }
        }
        return lines;
    }

    private static String rules(Optional<Object> defaultValue, List<Object> allowed, boolean secret) {
        List<String> parts = new ArrayList<>();
        if (!secret) {
            defaultValue.ifPresent(value -> parts.add("default " + whole(value)));
        }
        if (!allowed.isEmpty()) {
            parts.add("allowed "
                    + String.join(
                            ", ", allowed.stream().map(PropertyText::whole).toList()));
        }
        return String.join("; ", parts);
    }

    private static String whole(Object value) {
        return MessageFormatter.escape(JsonWriter.canonical(value));
    }

    private static void wrap(String text, List<String> lines) {
        for (String line : LineWrapper.wrap(MessageFormatter.escape(text), WIDTH - INDENT.length())) {
            lines.add(INDENT + line);
        }
    }
}
