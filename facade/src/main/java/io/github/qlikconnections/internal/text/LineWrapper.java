package io.github.qlikconnections.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text at its blanks, for a terminal. */
public final class LineWrapper {

    private LineWrapper() {}

    /**
     * Breaks a text into lines.
     *
     * @param text one line
     * @param width how long a line may be; a single longer word stands alone and is longer
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
