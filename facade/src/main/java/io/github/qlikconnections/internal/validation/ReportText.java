package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.Violation;

/** A report as aligned text. */
public final class ReportText {

    private ReportText() {}

    /**
     * Renders a report.
     *
     * @param report the report
     * @return several lines, without a line break at the end
     */
    public static String render(ValidationReport report) {
        int pathWidth = report.violations().stream()
                .mapToInt(v -> v.path().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(headline(report));
        for (Violation violation : report.violations()) {
            text.append(String.format(
                    "%n  %-7s  %-" + Math.max(1, pathWidth) + "s  %s",
                    violation.severity(),
                    violation.path(),
                    violation.problem()));
            String indent = " ".repeat(13 + pathWidth);
            violation
                    .expected()
                    .ifPresent(expected -> text.append(System.lineSeparator())
                            .append(indent)
                            .append("expected ")
                            .append(expected));
            violation
                    .advice()
                    .ifPresent(advice ->
                            text.append(System.lineSeparator()).append(indent).append(advice));
        }
        return text.toString();
    }

    private static String headline(ValidationReport report) {
        return "Connection \"" + report.draft().name() + "\" for "
                + report.draft().dataSourceId() + ": "
                + report.outcome().name().toLowerCase(java.util.Locale.ROOT)
                + counted(report.errors().size(), "error")
                + counted(report.warnings().size(), "warning")
                + counted(report.notes().size(), "note");
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : ", " + count + " " + what + (count == 1 ? "" : "s");
    }
}
