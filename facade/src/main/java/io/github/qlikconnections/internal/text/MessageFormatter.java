package io.github.qlikconnections.internal.text;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.spec.SecretLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as words for messages; what may be a secret or is longer than 60 characters is not shown. */
public final class MessageFormatter {

    /** No value in any message is longer. */
    public static final int MAX_LENGTH = 60;

    private static final int MAX_LISTED = 12;

    private MessageFormatter() {}

    /**
     * A value of the specification.
     *
     * @param value the value
     * @return the value as it is written in JSON, shortened
     */
    public static String formatSchemaValue(@Nullable Object value) {
        if (value instanceof String text) {
            return quote(shorten(text, MAX_LENGTH));
        }
        if (value instanceof Map || value instanceof List) {
            return formatType(value);
        }
        String text = value instanceof BigDecimal number ? number.toString() : String.valueOf(value);
        return text.length() <= MAX_LENGTH ? text : "a number of " + text.length() + " digits";
    }

    /**
     * Cuts a text that is too long, so that one can see it.
     *
     * @param text any text
     * @param length how long it may be
     * @return the text, or its beginning and an ellipsis
     */
    public static String shorten(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + "…";
    }

    /**
     * Several values of the specification.
     *
     * @param values the values
     * @param joint what stands between two of them
     * @return the first of them and how many there are more
     */
    public static String formatList(Collection<?> values, String joint) {
        return formatList(values, joint, MAX_LISTED);
    }

    public static String formatList(Collection<?> values, String joint, int atMost) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (texts.size() == atMost) {
                return String.join(joint, texts) + " … (" + (values.size() - atMost) + " more)";
            }
            texts.add(formatSchemaValue(value));
        }
        return String.join(joint, texts);
    }

    /**
     * A value of a draft, as the subject of a sentence.
     *
     * @param value the value
     * @param secret whether it may be a secret
     * @return the value, or what kind of value it is
     */
    public static String formatDraftValue(Object value, boolean secret) {
        if (secret || value instanceof Secret) {
            return "the value (not shown)";
        }
        if (value instanceof String text) {
            if (text.length() > MAX_LENGTH) {
                return "a text of " + text.length() + " characters";
            }
            return CredentialPatterns.hasCredentials(text) ? "the value (not shown)" : quote(text);
        }
        return formatSchemaValue(value);
    }

    /** Kinds of values, in the words of a person. */
    public static String formatType(@Nullable Object given) {
        Object value = SecretLiteral.toPlainValue(given);
        if (value instanceof String || value instanceof Secret) {
            return "a text";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof List<?> list) {
            return "a list of " + list.size();
        }
        return value instanceof Map ? "an object" : "a number";
    }

    /**
     * Writes the name of a member so that it can be read: shortened, and quoted if whitespace belongs to it.
     *
     * @param name the name
     * @return the name on one line
     */
    public static String formatName(String name) {
        String shown = name.length() <= MAX_LENGTH
                ? escape(name)
                : escape(name.substring(0, 40)) + "… (" + name.length() + " characters)";
        boolean visible = !name.isEmpty() && name.codePoints().noneMatch(MessageFormatter::isWhitespace);
        return visible ? shown : '"' + shown + '"';
    }

    /** Whitespace of any kind, spaces without a break or a width included. */
    public static boolean isWhitespace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || (character >= 0x200B && character <= 0x200D)
                || character == 0x2060
                || character == 0xFEFF;
    }

    /** Returns the text in quotes, with escapes for the characters that would disturb a terminal or a table. */
    public static String quote(String text) {
        return '"' + escape(text) + '"';
    }

    /**
     * Writes out control characters, and characters that change the direction of a line.
     *
     * @param text any text
     * @return a text that stays on its line
     */
    public static String escape(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                printable.append(String.format("\\u%04x", (int) c));
            } else {
                printable.append(c);
            }
        }
        return printable.toString();
    }
}
