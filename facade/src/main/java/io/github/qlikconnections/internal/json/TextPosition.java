package io.github.qlikconnections.internal.json;

/**
 * A place in a text, as an editor shows it.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
public record TextPosition(int line, int column) {

    /**
     * Finds the place of a character.
     *
     * @param text the text
     * @param offset the number of characters before it
     * @return the place
     */
    public static TextPosition of(String text, int offset) {
        int line = 1;
        int start = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean lineEnds = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (lineEnds) {
                line++;
                start = i + 1;
            }
        }
        return new TextPosition(line, end - start + 1);
    }
}
