package io.github.qlikconnections.validation;

import java.util.List;

/** Renders reports as GitHub-flavored Markdown for pull requests. */
final class MarkdownReportRenderer {

    private MarkdownReportRenderer() {}

    /**
     * Renders a report.
     *
     * @param report the report
     * @return a heading, and a table if there are violations; lines are terminated by line feeds
     */
    static String render(ValidationReport report) {
        StringBuilder text = new StringBuilder("### ")
                .append(escape(TextReportRenderer.formatHeadline(report)))
                .append('\n');
        if (report.violations().isEmpty()) {
            return text.toString();
        }
        text.append("\n| Severity | Where | What | Expected | What to do |\n| --- | --- | --- | --- | --- |\n");
        for (Violation violation : report.violations()) {
            List<String> cells = List.of(
                    violation.severity().name(),
                    escape(violation.path()),
                    escape(violation.problem()),
                    escape(violation.expected().orElse("")),
                    escape(violation.advice().orElse("")));
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return text.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\n', '\r' -> escaped.append(' ');
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '@' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
