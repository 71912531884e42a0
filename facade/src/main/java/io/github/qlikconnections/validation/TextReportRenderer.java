package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.text.LineWrapper;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Renders reports as aligned text for terminals and logs. */
final class TextReportRenderer {

    private static final int SEVERITY_WIDTH = 7;
    private static final int MAX_PATH_WIDTH = 40;
    private static final int WIDTH = 120;
    private static final int MIN_TEXT_WIDTH = 40;

    private TextReportRenderer() {}

    /**
     * Renders a report.
     *
     * @param report the report
     * @return several lines, without a line break at the end
     */
    static String render(ValidationReport report) {
        int pathWidth = 0;
        for (Violation violation : report.violations()) {
            pathWidth = Math.min(
                    MAX_PATH_WIDTH, Math.max(pathWidth, violation.path().length()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(formatHeadline(report));
        String indent = " ".repeat(2 + SEVERITY_WIDTH + 2 + pathWidth + 2);
        for (Violation violation : report.violations()) {
            lines.add("  " + pad(violation.severity().name(), SEVERITY_WIDTH) + "  " + pad(violation.path(), pathWidth)
                    + "  " + violation.problem());
            violation.expected().ifPresent(expected -> wrap("expected " + expected, indent, lines));
            violation.advice().ifPresent(advice -> wrap(advice, indent, lines));
        }
        addRelaxationHints(report.errors(), lines);
        return String.join(System.lineSeparator(), lines);
    }

    private static void wrap(String text, String indent, List<String> lines) {
        for (String line : LineWrapper.wrap(text, Math.max(MIN_TEXT_WIDTH, WIDTH - indent.length()))) {
            lines.add(indent + line);
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /**
     * Formats the headline of a report.
     *
     * @param report the report
     * @return one line
     */
    static String formatHeadline(ValidationReport report) {
        return "Connection " + MessageFormatter.formatSchemaValue(report.draft().name()) + " for "
                + MessageFormatter.escape(report.draft().dataSourceId()) + ": "
                + report.outcome().name().toLowerCase(Locale.ROOT)
                + formatCount(report.errors(), "error")
                + formatCount(report.warnings(), "warning")
                + formatCount(report.notes(), "note");
    }

    private static String formatCount(List<Violation> violations, String noun) {
        int count = violations.size();
        return count == 0 ? "" : ", " + count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Adds one hint with all properties that a policy can allow. */
    private static void addRelaxationHints(List<Violation> errors, List<String> lines) {
        Set<String> notRelaxable = new HashSet<>();
        for (Violation error : errors) {
            if (error.relaxationHint().isEmpty()) {
                error.property().ifPresent(notRelaxable::add);
            }
        }
        List<Violation> relaxable = errors.stream()
                .filter(error -> error.property()
                        .filter(name -> !notRelaxable.contains(name))
                        .isPresent())
                .toList();
        if (!relaxable.isEmpty()) {
            for (String line : LineWrapper.wrap(RelaxationHints.format(relaxable), WIDTH - 2)) {
                lines.add("  " + line);
            }
        }
    }
}
