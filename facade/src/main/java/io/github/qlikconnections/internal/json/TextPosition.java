package io.github.qlikconnections.internal.json;

/**
 * A position in a text, as an editor shows it.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
public record TextPosition(int line, int column) {

    /**
     * Returns the position of a character.
     *
     * @param text the text
     * @param offset the offset of the character, from 0
     * @return the position
     */
    public static TextPosition of(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean isLineEnd = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (isLineEnd) {
                line++;
                lineStart = i + 1;
            }
        }
        return new TextPosition(line, end - lineStart + 1);
    }
}
