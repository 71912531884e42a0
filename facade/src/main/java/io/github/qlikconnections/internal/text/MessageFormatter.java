package io.github.qlikconnections.internal.text;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.spec.SecretLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats values for messages. Omits values that may be secrets or are longer than 60 characters. */
public final class MessageFormatter {

    /** Maximum length of a value in a message, in characters. */
    public static final int MAX_LENGTH = 60;

    private static final int MAX_LISTED = 12;

    private MessageFormatter() {}

    /**
     * Formats a value of the specification.
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
     * Shortens a string and marks the omission with an ellipsis.
     *
     * @param text the string
     * @param length the maximum length
     * @return the string, or its beginning and an ellipsis
     */
    public static String shorten(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + "…";
    }

    /**
     * Removes the period at the end of a string of the tenant, so that a message can continue the sentence.
     *
     * @param text the string
     * @return the string without a period at its end
     */
    public static String withoutPeriod(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Formats a list of values of the specification.
     *
     * @param values the values
     * @param separator the separator
     * @return the first values and the number of omitted ones
     */
    public static String formatList(Collection<?> values, String separator) {
        return formatList(values, separator, MAX_LISTED);
    }

    /**
     * Formats a list of values of the specification.
     *
     * @param values the values
     * @param separator the separator
     * @param atMost the maximum number of values in the result
     * @return the first values and the number of omitted ones
     */
    public static String formatList(Collection<?> values, String separator, int atMost) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (texts.size() == atMost) {
                return String.join(separator, texts) + " … (" + (values.size() - atMost) + " more)";
            }
            texts.add(formatSchemaValue(value));
        }
        return String.join(separator, texts);
    }

    /**
     * Formats a value of a draft as the subject of a sentence.
     *
     * @param value the value
     * @param secret whether it may be a secret
     * @return the value, or its type if it must not be shown
     */
    public static String formatDraftValue(Object value, boolean secret) {
        if (secret || value instanceof Secret) {
            return "the value (not shown)";
        }
        if (value instanceof String text) {
            if (text.length() > MAX_LENGTH) {
                return "a string of " + text.length() + " characters";
            }
            return CredentialPatterns.hasCredentials(text) ? "the value (not shown)" : quote(text);
        }
        return formatSchemaValue(value);
    }

    /** Formats the type of a value. */
    public static String formatType(@Nullable Object given) {
        Object value = SecretLiteral.toPlainValue(given);
        if (value instanceof String || value instanceof Secret) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof List<?> list) {
            return "a list of " + list.size();
        }
        return value instanceof Map ? "an object" : "a number";
    }

    /**
     * Formats the name of a member on one line: shortened, and quoted if it contains whitespace.
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

    /** Returns whether a character is whitespace, including no-break and zero-width spaces. */
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
     * Escapes control characters, line separators and bidirectional formatting characters.
     *
     * @param text the string
     * @return a string on one line
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
