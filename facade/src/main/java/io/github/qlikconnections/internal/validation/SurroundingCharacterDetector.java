package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import org.jspecify.annotations.Nullable;

/** Detects characters around a value that remain from copying: visible and invisible whitespace, and quotes. */
final class SurroundingCharacterDetector {

    private static final String OPENING = "\"'\u201C\u2018\u201E\u201A\u00AB\u2039\u201D\u2019";
    private static final String CLOSING = "\"'\u201D\u2019\u201C\u2018\u00BB\u203A\u201C\u2018";

    private SurroundingCharacterDetector() {}

    /**
     * Checks both ends of a string.
     *
     * @param pointer the location of the string in the request
     * @param text the string
     * @return the violation, null if there is none
     */
    static @Nullable Violation find(String pointer, String text) {
        if (text.isEmpty()) {
            return null;
        }
        int first = text.codePointAt(0);
        int last = text.codePointBefore(text.length());
        if (MessageFormatter.isWhitespace(first) || MessageFormatter.isWhitespace(last)) {
            boolean visible = Character.isWhitespace(first) || Character.isWhitespace(last);
            return Violation.of(
                            ViolationCode.SURROUNDING_WHITESPACE,
                            pointer,
                            visible ? "begins or ends with whitespace" : "begins or ends with an invisible space")
                    .withAdvice("Remove it unless it belongs to the value.");
        }
        if (text.length() > 1 && isQuoted(first, last)) {
            return Violation.of(ViolationCode.SURROUNDING_QUOTES, pointer, "is enclosed in quotes")
                    .withAdvice("Remove them unless they belong to the value.");
        }
        return null;
    }

    /** Returns whether the characters are a pair of quotes. Typographic quotes are used in both orders, depending on the language. */
    private static boolean isQuoted(int first, int last) {
        for (int i = 0; i < OPENING.length(); i++) {
            if (OPENING.charAt(i) == first && (CLOSING.charAt(i) == last || (first > 0x7F && first == last))) {
                return true;
            }
        }
        return false;
    }
}
