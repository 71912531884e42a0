package io.github.qlikconnections.internal.http;

/**
 * A string in a canonical form that is the same for all its JSON escapings, at any depth of JSON inside JSON. Escapes are decoded
 * and backslashes removed. Each character keeps its position in the original. Instances are immutable.
 */
final class UnescapedText {

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final char[] characters;
    private final int[] starts;
    private final int[] ends;
    private int length;

    private UnescapedText(int capacity) {
        this.characters = new char[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    static UnescapedText of(String text) {
        UnescapedText form = new UnescapedText(text.length());
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            boolean escaped = start >= 0;
            int from = escaped ? start : i;
            int unicode = escaped && c == 'u' ? hex(text, i + 1) : -1;
            i += unicode < 0 ? 1 : 1 + HEX_DIGITS;
            char decoded = unicode < 0 ? c : (char) unicode;
            if (decoded == '\\') {
                start = from;
            } else {
                form.add(plain(decoded), from, i);
                start = -1;
            }
        }
        return form;
    }

    private void add(char c, int start, int end) {
        characters[length] = c;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    /** Returns the letter of a short escape for a control character, and other characters unchanged. */
    private static char plain(char c) {
        return switch (c) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> c;
        };
    }

    /** Returns the value of four hexadecimal digits, or -1. */
    private static int hex(String text, int from) {
        if (from + HEX_DIGITS > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), HEX) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * HEX + digit;
        }
        return number;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    /** Returns where a character starts in the original. */
    int start(int index) {
        return starts[index];
    }

    /** Returns where a character ends in the original. */
    int end(int index) {
        return ends[index];
    }

    /** Returns the length only, because the text may be a secret. */
    @Override
    public String toString() {
        return "Spelling[" + length + "]";
    }
}
