package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.text.LineWrapper;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats one property for a terminal of 120 columns. Defaults of secrets are omitted. */
final class PropertyFormatter {

    private static final int WIDTH = 120;
    private static final String INDENT = "    ";

    private PropertyFormatter() {}

    static String format(PropertySpec property) {
        List<String> lines = new ArrayList<>();
        lines.add(MessageFormatter.formatName(property.name()) + ": " + property.type()
                + (property.isSecret() ? ", secret" : "") + ", "
                + property.requirement().displayName());
        if (!property.description().isEmpty()) {
            wrap(property.description().strip().replaceAll("\\s+", " "), lines);
        }
        lines.addAll(formatRules(property));
        return String.join(System.lineSeparator(), lines);
    }

    /** Returns whether defaults or allowed values differ between branches. */
    static boolean hasBranchSpecificRules(PropertySpec property) {
        return property.branches().stream()
                        .map(branch -> branch.allowedValues() + " " + branch.defaultValue())
                        .distinct()
                        .count()
                > 1;
    }

    /** Returns conditions, defaults and allowed values in full length. */
    static List<String> formatRules(PropertySpec property) {
        List<String> lines = new ArrayList<>();
        property.requiredWhen().ifPresent(condition -> wrap("required when " + condition, lines));
        property.uncheckedReason().ifPresent(reason -> wrap("not checked: " + reason, lines));
        if (hasBranchSpecificRules(property)) {
            for (PropertyBranch branch : property.branches()) {
                String rules = formatRules(branch.defaultValue(), branch.allowedValues(), property.isSecret());
                if (!rules.isEmpty()) {
                    wrap(branch + ": " + rules, lines);
                }
            }
        } else {
            String rules = formatRules(property.defaultValue(), property.allowedValues(), property.isSecret());
            if (!rules.isEmpty()) {
                wrap(rules, lines);
            }
        }
        return lines;
    }

    private static String formatRules(Optional<Object> defaultValue, List<Object> allowed, boolean secret) {
        List<String> parts = new ArrayList<>();
        if (!secret) {
            defaultValue.ifPresent(value -> parts.add("default " + formatValue(value)));
        }
        if (!allowed.isEmpty()) {
            parts.add("allowed "
                    + String.join(
                            ", ",
                            allowed.stream().map(PropertyFormatter::formatValue).toList()));
        }
        return String.join("; ", parts);
    }

    private static String formatValue(Object value) {
        return MessageFormatter.escape(JsonWriter.canonical(value));
    }

    private static void wrap(String text, List<String> lines) {
        for (String line : LineWrapper.wrap(MessageFormatter.escape(text), WIDTH - INDENT.length())) {
            lines.add(INDENT + line);
        }
    }
}
