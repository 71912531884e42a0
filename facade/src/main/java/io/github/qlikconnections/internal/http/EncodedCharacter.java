package io.github.qlikconnections.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A character that a text contains as a JSON escape, percent-encoded or as an HTML character reference.
 *
 * @param decoded the character, or an empty string for a backslash that only escapes the next character
 * @param end the index behind the encoded form
 */
record EncodedCharacter(String decoded, int end) {

    private static final int HEX = 16;
    private static final int DECIMAL = 10;
    private static final int HEX_ESCAPE_DIGITS = 4;
    private static final int MAX_REFERENCE_LENGTH = 10;
    private static final int MAX_DIGITS = 7;

    private static final Map<String, String> NAMED_REFERENCES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    /** Returns the encoded character that starts at an index, or null if the character there is not encoded. */
    static @Nullable EncodedCharacter at(CharSequence text, int from) {
        return switch (text.charAt(from)) {
            case '\\' -> jsonEscape(text, from);
            case '%' -> percentEncoding(text, from);
            case '&' -> characterReference(text, from);
            default -> null;
        };
    }

    private static EncodedCharacter jsonEscape(CharSequence text, int from) {
        int digits = from + 2;
        boolean isUnicode = digits <= text.length() && text.charAt(from + 1) == 'u';
        int value = isUnicode ? number(text, digits, digits + HEX_ESCAPE_DIGITS, HEX) : -1;
        return value < 0
                ? new EncodedCharacter("", from + 1)
                : new EncodedCharacter(String.valueOf((char) value), digits + HEX_ESCAPE_DIGITS);
    }

    private static @Nullable EncodedCharacter percentEncoding(CharSequence text, int from) {
        int first = octet(text, from);
        if (first < 0) {
            return null;
        }
        byte[] octets = new byte[utf8Length(first)];
        for (int i = 0; i < octets.length; i++) {
            int octet = octet(text, from + 3 * i);
            if (octet < 0) {
                return latin1(first, from);
            }
            octets[i] = (byte) octet;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return new EncodedCharacter(decoded, from + 3 * octets.length);
        } catch (CharacterCodingException e) {
            return latin1(first, from);
        }
    }

    private static EncodedCharacter latin1(int octet, int from) {
        return new EncodedCharacter(String.valueOf((char) octet), from + 3);
    }

    /** Returns the length of the UTF-8 sequence that starts with an octet. */
    private static int utf8Length(int first) {
        if (first < 0xC0) {
            return 1;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static int octet(CharSequence text, int from) {
        return from < text.length() && text.charAt(from) == '%' ? number(text, from + 1, from + 3, HEX) : -1;
    }

    private static @Nullable EncodedCharacter characterReference(CharSequence text, int from) {
        int end = from + 1;
        while (end < text.length() && end - from <= MAX_REFERENCE_LENGTH && text.charAt(end) != ';') {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != ';') {
            return null;
        }
        String name = text.subSequence(from + 1, end).toString();
        String decoded = name.startsWith("#") ? numericReference(name) : NAMED_REFERENCES.get(name);
        return decoded == null ? null : new EncodedCharacter(decoded, end + 1);
    }

    private static @Nullable String numericReference(String name) {
        boolean isHex = name.startsWith("#x") || name.startsWith("#X");
        int codePoint = isHex ? number(name, 2, name.length(), HEX) : number(name, 1, name.length(), DECIMAL);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
    }

    /** Returns the value of at most seven ASCII digits, or -1. */
    private static int number(CharSequence text, int from, int end, int radix) {
        if (end > text.length() || end <= from || end - from > MAX_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < end; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
