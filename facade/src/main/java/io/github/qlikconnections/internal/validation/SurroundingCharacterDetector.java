package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import org.jspecify.annotations.Nullable;

/** Finds what copying leaves around a value: whitespace, also of kinds that cannot be seen, and quotes. */
final class SurroundingCharacterDetector {

    private static final String OPENING = "\"'\u201C\u2018\u201E\u201A\u00AB\u2039\u201D\u2019";
    private static final String CLOSING = "\"'\u201D\u2019\u201C\u2018\u00BB\u203A\u201C\u2018";

    private SurroundingCharacterDetector() {}

    /**
     * Looks at the ends of a text.
     *
     * @param pointer where the text stands in the request
     * @param text the text
     * @return what to report, null if there is nothing
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
                            ViolationCode.SURROUNDING_BLANKS,
                            pointer,
                            visible
                                    ? "begins or ends with whitespace"
                                    : "begins or ends with a space that cannot be seen")
                    .withAdvice("Take it out unless it belongs to the value.");
        }
        if (text.length() > 1 && isQuoted(first, last)) {
            return Violation.of(ViolationCode.SURROUNDING_QUOTES, pointer, "has quotes around it")
                    .withAdvice("Take them out unless they belong to the value.");
        }
        return null;
    }

    /** Quotes that look different are written in both orders, depending on the language. */
    private static boolean isQuoted(int first, int last) {
        for (int i = 0; i < OPENING.length(); i++) {
            if (OPENING.charAt(i) == first && (CLOSING.charAt(i) == last || (first > 0x7F && first == last))) {
                return true;
            }
        }
        return false;
    }
}
