package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.text.LineWrapper;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Formats the properties of a specification as a table. A long description is wrapped to two lines. A cell that does not fit is
 * repeated in full length below the row.
 */
final class SpecTableFormatter {

    private static final int WIDTH = 120;
    private static final int MIN_COLUMN_WIDTH = 9;
    private static final int MIN_DESCRIPTION_WIDTH = 36;
    private static final int MAX_DESCRIPTION_LINES = 2;
    private static final int ALLOWED_WIDTH = 22;
    private static final String GAP = "  ";
    private static final List<String> HEADER =
            List.of("PROPERTY", "TYPE", "REQUIRED?", "DEFAULT", "ALLOWED VALUES", "DESCRIPTION");
    private static final int DESCRIPTION = HEADER.size() - 1;

    /** Index of the first column that may be narrower than its cells. */
    private static final int FIRST_SHRINKABLE = 2;

    private SpecTableFormatter() {}

    static String format(ConnectionSpec spec) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        spec.properties().forEach(property -> rows.add(row(property)));
        int[] widths = widths(rows);
        List<String> lines = new ArrayList<>();
        addRow(HEADER, widths, lines);
        for (int i = 0; i < spec.properties().size(); i++) {
            PropertySpec property = spec.properties().get(i);
            List<String> row = rows.get(i + 1);
            addRow(row, widths, lines);
            boolean allCellsFit = row.get(2).length() <= widths[2]
                    && row.get(3).length() <= widths[3]
                    && allAllowedValues(property).length() <= ALLOWED_WIDTH
                    && row.get(4).length() <= widths[4]
                    && !hasStructuredValue(property);
            if (!allCellsFit
                    || property.uncheckedReason().isPresent()
                    || PropertyFormatter.hasBranchSpecificRules(property)) {
                lines.addAll(PropertyFormatter.formatRules(property));
            }
        }
        spec.unusableReason()
                .ifPresent(reason -> lines.add("Drafts cannot be validated against this specification: " + reason));
        return String.join(System.lineSeparator(), lines);
    }

    private static void addRow(List<String> row, int[] widths, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < DESCRIPTION; i++) {
            String cell = MessageFormatter.shorten(row.get(i), widths[i]);
            line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
        }
        String indent = " ".repeat(line.length());
        for (String part : description(row.get(DESCRIPTION), Math.max(MIN_DESCRIPTION_WIDTH, WIDTH - line.length()))) {
            lines.add(line.append(part).toString().stripTrailing());
            line = new StringBuilder(indent);
        }
    }

    /** Returns whether a cell contains only the type of a list or an object. */
    private static boolean hasStructuredValue(PropertySpec property) {
        return Stream.concat(property.defaultValue().stream(), property.allowedValues().stream())
                .anyMatch(value -> value instanceof List || value instanceof Map);
    }

    private static String allAllowedValues(PropertySpec property) {
        return String.join(
                ", ",
                property.allowedValues().stream().map(SpecTableFormatter::cell).toList());
    }

    private static List<String> row(PropertySpec property) {
        return List.of(
                oneLine(property.name()),
                property.type() + (property.isSecret() ? ", secret" : ""),
                requirement(property),
                property.isSecret()
                        ? ""
                        : property.defaultValue().map(SpecTableFormatter::cell).orElse(""),
                allowedValues(property),
                oneLine(property.description()));
    }

    /** Returns as many values as fit, and the total number if some are omitted. */
    private static String allowedValues(PropertySpec property) {
        List<String> values =
                property.allowedValues().stream().map(SpecTableFormatter::cell).toList();
        String all = allAllowedValues(property);
        if (all.length() <= ALLOWED_WIDTH) {
            return all;
        }
        String count = "… (" + values.size() + ")";
        StringBuilder first = new StringBuilder();
        for (String value : values) {
            if (first.length() + value.length() + ", ".length() + count.length() > ALLOWED_WIDTH) {
                break;
            }
            first.append(value).append(", ");
        }
        return first + count;
    }

    private static List<String> description(String text, int width) {
        List<String> lines = LineWrapper.wrap(text, width).stream()
                .map(line -> MessageFormatter.shorten(line, width))
                .toList();
        if (lines.size() <= MAX_DESCRIPTION_LINES) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, MAX_DESCRIPTION_LINES - 1));
        shortened.add(MessageFormatter.shorten(lines.get(MAX_DESCRIPTION_LINES - 1) + " …", width));
        return shortened;
    }

    /** Shrinks the widest column, except names and types, until a description fits into the line. */
    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[DESCRIPTION];
        int total = 0;
        for (int i = 0; i < DESCRIPTION; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
            total += widths[i] + GAP.length();
        }
        while (total > WIDTH - MIN_DESCRIPTION_WIDTH) {
            int widest = FIRST_SHRINKABLE;
            for (int i = FIRST_SHRINKABLE + 1; i < DESCRIPTION; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= MIN_COLUMN_WIDTH) {
                break;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private static String requirement(PropertySpec property) {
        return property.requiredWhen()
                .map(condition -> "when " + oneLine(condition))
                .orElseGet(property.requirement()::displayName);
    }

    private static String cell(Object value) {
        return value instanceof String text ? oneLine(text) : MessageFormatter.formatSchemaValue(value);
    }

    private static String oneLine(String text) {
        return MessageFormatter.escape(text.strip().replaceAll("\\s+", " "));
    }
}
