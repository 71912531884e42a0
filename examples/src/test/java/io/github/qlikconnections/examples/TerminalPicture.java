package io.github.qlikconnections.examples;

import java.util.List;
import java.util.regex.Pattern;

/** Draws lines of a terminal as SVG. */
final class TerminalPicture {

    private static final Pattern SEVERITY = Pattern.compile("^(\\s*)(ERROR|WARNING|NOTE)\\b");
    private static final int LINE_HEIGHT = 18;
    private static final int MARGIN = 16;
    private static final double CHARACTER_WIDTH = 7.85;

    private final String title;
    private final List<String> lines;

    TerminalPicture(String title, List<String> lines) {
        this.title = title;
        this.lines = lines;
    }

    /** Returns the picture for pages with a light background. */
    String light() {
        return svg("#ffffff", "#d0d7de", "#1f2328", "#57606a", "#cf222e", "#9a6700", "#0969da");
    }

    /** Returns the picture for pages with a dark background. */
    String dark() {
        return svg("#0d1117", "#30363d", "#e6edf3", "#8b949e", "#ff7b72", "#d29922", "#58a6ff");
    }

    private String svg(
            String background, String border, String text, String prompt, String error, String warning, String note) {
        int columns = lines.stream().mapToInt(String::length).max().orElse(0);
        long width = Math.round(columns * CHARACTER_WIDTH) + 2L * MARGIN;
        long height = (long) lines.size() * LINE_HEIGHT + 2L * MARGIN;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>%3$s</title>
                <style>
                text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: %4$s; white-space: pre }
                .prompt { fill: %5$s } .ERROR { fill: %6$s } .WARNING { fill: %7$s } .NOTE { fill: %8$s }
                </style>
                <rect x="0.5" y="0.5" width="%9$d" height="%10$d" rx="6" fill="%11$s" stroke="%12$s"/>
                """.formatted(
                        width,
                        height,
                        escaped(title),
                        text,
                        prompt,
                        error,
                        warning,
                        note,
                        width - 1,
                        height - 1,
                        background,
                        border));
        int y = MARGIN + 13;
        for (String line : lines) {
            if (!line.isBlank()) {
                svg.append("<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n"
                        .formatted(MARGIN, y, colored(line)));
            }
            y += LINE_HEIGHT;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String colored(String line) {
        String escaped = escaped(line);
        if (line.startsWith("> ")) {
            return "<tspan class=\"prompt\">" + escaped + "</tspan>";
        }
        return SEVERITY.matcher(escaped).replaceFirst("$1<tspan class=\"$2\">$2</tspan>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
