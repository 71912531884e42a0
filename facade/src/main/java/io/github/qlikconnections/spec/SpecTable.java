package io.github.qlikconnections.spec;

import java.util.ArrayList;
import java.util.List;

/** The properties of a specification as aligned text. */
final class SpecTable {

    private static final int WIDTH = 120;
    private static final int MAX_COLUMN = 40;
    private static final List<String> HEADER =
            List.of("PROPERTY", "TYPE", "REQUIRED?", "DEFAULT", "ALLOWED VALUES", "DESCRIPTION");

    private SpecTable() {}

    static String of(ConnectionSpec spec) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (PropertySpec property : spec.properties()) {
            rows.add(List.of(
                    property.name(),
                    property.type() + (property.isSecret() ? ", secret" : ""),
                    requirement(property),
                    property.isSecret()
                            ? ""
                            : property.defaultValue().map(String::valueOf).orElse(""),
                    allowed(property),
                    property.description()));
        }
        int[] widths = new int[HEADER.size() - 1];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(MAX_COLUMN, Math.max(widths[i], row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format("%-" + Math.max(1, widths[i]) + "s  ", shortened(row.get(i), widths[i])));
            }
            line.append(shortened(row.get(HEADER.size() - 1), Math.max(12, WIDTH - line.length())));
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String requirement(PropertySpec property) {
        return switch (property.requirement()) {
            case REQUIRED -> "required";
            case OPTIONAL -> property.requiredWhen().map(when -> "when " + when).orElse("optional");
            case NOT_STATED -> "not stated";
        };
    }

    private static String allowed(PropertySpec property) {
        return String.join(
                ", ", property.allowedValues().stream().map(String::valueOf).toList());
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
