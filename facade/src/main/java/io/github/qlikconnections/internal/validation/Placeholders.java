package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;

/** Finds what documentation puts where a value belongs: {@code <BUCKET_NAME>}. */
final class Placeholders {

    private Placeholders() {}

    /** Whether a text that is no secret is a placeholder, or has one in capitals in it. */
    static boolean isIn(String text) {
        if (isWhole(text)) {
            return true;
        }
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            int end = open + 1;
            while (end < text.length() && isCapital(text.charAt(end))) {
                end++;
            }
            if (end - open > 2 && end < text.length() && text.charAt(end) == '>') {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is nothing but a placeholder; a secret may well have pointed brackets in it. */
    static boolean isWhole(String text) {
        int length = text.length();
        if (length < 3 || text.charAt(0) != '<') {
            return false;
        }
        boolean closed = text.charAt(length - 1) == '>';
        if (!Character.isLetter(text.charAt(1)) || (!closed && length < 5)) {
            return false;
        }
        for (int i = 1; i < (closed ? length - 1 : length); i++) {
            char c = text.charAt(i);
            boolean fits = closed ? Character.isLetterOrDigit(c) || "_- ".indexOf(c) >= 0 : isCapital(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    static Violation violation(String pointer) {
        return Violation.of(ViolationCode.PLACEHOLDER, pointer, "is still a placeholder")
                .advising("Put the real value in its place.");
    }

    private static boolean isCapital(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
