package io.github.qlikconnections.repository;

import java.util.Locale;

/** Draws the frame, the rows and the axis of a plot as SVG, in the colors that the reader's system prefers. */
final class Plot {

    private static final int ROW_HEIGHT = 22;
    private static final int LABELS = 290;
    private static final int WIDTH = 420;
    private static final int RIGHT = 90;
    private static final int TOP = 36;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final double from;
    private final double to;
    private int rows;

    /** Creates a plot whose horizontal axis has these bounds. */
    Plot(String title, double from, double to) {
        this.title = title;
        this.from = from;
        this.to = to;
    }

    /** Starts a row with a label on the left and the exact value on the right. */
    void row(String label, String value) {
        rows++;
        text(LABELS - 10, "end", label);
        text(LABELS + WIDTH + 10, "start", value);
    }

    /** Draws a bar in the current row. */
    void bar(double start, double end) {
        body.append(format(
                "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"10\" rx=\"2\"/>\n",
                x(start), y() - 9, Math.max(1, x(end) - x(start))));
    }

    /** Draws a dot in the current row. */
    void dot(double value) {
        body.append(format("<circle cx=\"%.1f\" cy=\"%d\" r=\"4\"/>\n", x(value), y() - 4));
    }

    /** Draws the goal of the current row as a line. */
    void goal(double value) {
        body.append(format(
                "<line class=\"goal\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
                x(value), y() - 13, y() + 5));
    }

    /** Returns the picture, with a thin line through all rows at a labeled value of the axis. */
    String svg(double reference, String referenceLabel) {
        int height = TOP + rows * ROW_HEIGHT + 34;
        return format("""
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                        <title>%3$s</title>
                        <style>
                        text { font: 12px system-ui, sans-serif; fill: #1f2328 } circle { fill: #0969da } .bar { fill: #afb8c1 }
                        .goal { stroke: #cf222e; stroke-width: 2 } .axis { stroke: #d0d7de } .frame { fill: #ffffff }
                        @media (prefers-color-scheme: dark) {
                        text { fill: #e6edf3 } circle { fill: #58a6ff } .bar { fill: #484f58 }
                        .goal { stroke: #ff7b72 } .axis { stroke: #30363d } .frame { fill: #0d1117 } }
                        </style>
                        <rect class="frame" width="%1$d" height="%2$d" rx="6"/>
                        <text x="16" y="22">%3$s</text>
                        """, LABELS + WIDTH + RIGHT, height, title)
                + format(
                        "<line class=\"axis\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
                        x(reference), TOP, height - 28)
                + body
                + format(
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n</svg>\n",
                        x(reference), height - 12, referenceLabel);
    }

    private void text(int x, String anchor, String text) {
        body.append(format("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n", x, y(), anchor, text));
    }

    private int y() {
        return TOP + rows * ROW_HEIGHT;
    }

    private double x(double value) {
        double bounded = Math.max(from, Math.min(to, value));
        return LABELS + WIDTH * (bounded - from) / (to - from);
    }

    private static String format(String template, Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}
