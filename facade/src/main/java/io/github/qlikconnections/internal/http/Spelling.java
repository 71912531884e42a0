package io.github.qlikconnections.internal.http;

/**
 * A text in the form in which all JSON spellings of it are the same, at any depth of JSON inside JSON: escapes are replaced by
 * what they stand for and backslashes are left out. Each character of the form remembers its place in the text. Immutable.
 */
final class Spelling {

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final char[] characters;
    private final int[] starts;
    private final int[] ends;
    private int length;

    private Spelling(int capacity) {
        this.characters = new char[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    static Spelling of(String text) {
        Spelling form = new Spelling(text.length());
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            boolean escaped = start >= 0;
            int from = escaped ? start : i;
            int unicode = escaped && c == 'u' ? hex(text, i + 1) : -1;
            i += unicode < 0 ? 1 : 1 + HEX_DIGITS;
            char meant = unicode < 0 ? c : (char) unicode;
            if (meant == '\\') {
                start = from;
            } else {
                form.add(plain(meant), from, i);
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

    /** The letter of a short escape, in place of the control character that it stands for. */
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

    /** The number that four hexadecimal digits are, or -1. */
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

    /** Where in the text a character of the form begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where in the text a character of the form ends. */
    int end(int index) {
        return ends[index];
    }

    /** Nothing of the text, which may be a secret. */
    @Override
    public String toString() {
        return "Spelling[" + length + "]";
    }
}
