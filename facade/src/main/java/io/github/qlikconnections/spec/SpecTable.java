package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.text.LineWrapper;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The properties of a specification as aligned text. A long description goes on below itself, and a cell that does not fit
 * is repeated in full below the row.
 */
final class SpecTable {

    private static final int WIDTH = 120;
    private static final int MIN_COLUMN = 9;
    private static final int MIN_DESCRIPTION = 36;
    private static final int DESCRIPTION_LINES = 2;
    private static final int ALLOWED_WIDTH = 22;
    private static final String GAP = "  ";
    private static final List<String> HEADER =
            List.of("PROPERTY", "TYPE", "REQUIRED?", "DEFAULT", "ALLOWED VALUES", "DESCRIPTION");
    private static final int DESCRIPTION = HEADER.size() - 1;

    /** The columns that may be narrower than their cells. */
    private static final int FIRST_NARROW = 2;

    private SpecTable() {}

    static String of(ConnectionSpec spec) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        spec.properties().forEach(property -> rows.add(row(property)));
        int[] widths = widths(rows);
        List<String> lines = new ArrayList<>();
        line(HEADER, widths, lines);
        for (int i = 0; i < spec.properties().size(); i++) {
            PropertySpec property = spec.properties().get(i);
            List<String> row = rows.get(i + 1);
            line(row, widths, lines);
            boolean complete = row.get(2).length() <= widths[2]
                    && row.get(3).length() <= widths[3]
                    && allAllowed(property).length() <= ALLOWED_WIDTH
                    && row.get(4).length() <= widths[4];
            if (!complete || PropertyText.hasDifferentBranches(property)) {
                lines.addAll(PropertyText.rules(property));
            }
        }
        spec.unusableReason().ifPresent(reason -> lines.add("Drafts cannot be checked against it: " + reason));
        return String.join(System.lineSeparator(), lines);
    }

    private static void line(List<String> row, int[] widths, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < DESCRIPTION; i++) {
            String cell = MessageFormatter.shorten(row.get(i), widths[i]);
            line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
        }
        String margin = " ".repeat(line.length());
        for (String part : description(row.get(DESCRIPTION), Math.max(MIN_DESCRIPTION, WIDTH - line.length()))) {
            lines.add(line.append(part).toString().stripTrailing());
            line = new StringBuilder(margin);
        }
    }

    private static String allAllowed(PropertySpec property) {
        return String.join(
                ", ", property.allowedValues().stream().map(SpecTable::cell).toList());
    }

    private static List<String> row(PropertySpec property) {
        return List.of(
                oneLine(property.name()),
                property.type() + (property.isSecret() ? ", secret" : ""),
                requirement(property),
                property.isSecret()
                        ? ""
                        : property.defaultValue().map(SpecTable::cell).orElse(""),
                allowed(property),
                oneLine(property.description()));
    }

    /** The first values, as many as fit, and how many there are. */
    private static String allowed(PropertySpec property) {
        List<String> values =
                property.allowedValues().stream().map(SpecTable::cell).toList();
        String all = allAllowed(property);
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
        if (lines.size() <= DESCRIPTION_LINES) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, DESCRIPTION_LINES - 1));
        kept.add(MessageFormatter.shorten(lines.get(DESCRIPTION_LINES - 1) + " …", width));
        return kept;
    }

    /** The widest column but those of names and types gives way until there is room for a description. */
    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[DESCRIPTION];
        int total = 0;
        for (int i = 0; i < DESCRIPTION; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
            total += widths[i] + GAP.length();
        }
        while (total > WIDTH - MIN_DESCRIPTION) {
            int widest = FIRST_NARROW;
            for (int i = FIRST_NARROW + 1; i < DESCRIPTION; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= MIN_COLUMN) {
                break;
            }
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private static String requirement(PropertySpec property) {
        return property.requiredWhen().map(when -> "when " + oneLine(when)).orElseGet(property.requirement()::word);
    }

    private static String cell(Object value) {
        return value instanceof String text ? oneLine(text) : MessageFormatter.formatSchemaValue(value);
    }

    private static String oneLine(String text) {
        return MessageFormatter.escape(text.strip().replaceAll("\\s+", " "));
    }
}
