package io.github.qlikconnections.internal.http;

/**
 * A string in a canonical form that is the same for all its JSON escapings, percent-encodings and HTML character references, even if
 * one is within another. Each character keeps its position in the original. Instances are immutable.
 */
final class UnescapedText {

    /** How many encodings within each other are decoded. Backslashes are removed at any depth. */
    private static final int MAX_DEPTH = 5;

    private final StringBuilder characters;
    private final int[] starts;
    private final int[] ends;

    private UnescapedText(int capacity) {
        this.characters = new StringBuilder(capacity);
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    static UnescapedText of(String text) {
        UnescapedText form = new UnescapedText(text.length());
        for (int i = 0; i < text.length(); i++) {
            form.add(text.charAt(i), i, i + 1);
        }
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            UnescapedText decoded = form.decode();
            if (decoded.length() == form.length()) {
                return form;
            }
            form = decoded;
        }
        return form;
    }

    private UnescapedText decode() {
        UnescapedText decoded = new UnescapedText(length());
        int start = -1;
        for (int i = 0; i < length(); ) {
            EncodedCharacter encoded = EncodedCharacter.at(characters, i);
            int end = encoded == null ? i + 1 : encoded.end();
            String plain = encoded == null ? String.valueOf(characters.charAt(i)) : encoded.decoded();
            start = start < 0 ? starts[i] : start;
            for (int j = 0; j < plain.length(); j++) {
                decoded.add(plain.charAt(j), start, ends[end - 1]);
            }
            if (!plain.isEmpty()) {
                start = -1;
            }
            i = end;
        }
        return decoded;
    }

    private void add(char c, int start, int end) {
        starts[length()] = start;
        ends[length()] = end;
        characters.append(plain(c));
    }

    /** Returns the letter of a short escape for a control character, a space for a plus or a no-break space, and other characters unchanged. */
    private static char plain(char c) {
        return switch (c) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '+', '\u00a0' -> ' ';
            default -> c;
        };
    }

    int length() {
        return characters.length();
    }

    char charAt(int index) {
        return characters.charAt(index);
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
        return "UnescapedText[" + length() + "]";
    }
}
