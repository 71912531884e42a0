package io.github.qlikconnections.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Wraps text at spaces, for terminals. */
public final class LineWrapper {

    private LineWrapper() {}

    /**
     * Wraps text into lines.
     *
     * @param text one line
     * @param width the maximum length of a line; a longer word is on a line of its own
     * @return at least one line
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
