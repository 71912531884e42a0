package io.github.qlikconnections.internal.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains why a text is no JSON, by the character at which reading ended. */
final class InvalidJsonExceptionFactory {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([\\w.$:-]{1,60})'.*", Pattern.DOTALL);

    private InvalidJsonExceptionFactory() {}

    static InvalidJsonException of(String text, int offset, String message) {
        Matcher duplicate = DUPLICATE.matcher(message);
        if (message.startsWith("Duplicate")) {
            String member = duplicate.matches() ? "the member " + duplicate.group(1) : "a member";
            return new InvalidJsonException(member + " is given twice", offset);
        }
        if (message.startsWith("Unexpected end")) {
            return new InvalidJsonException("it ends too early", offset);
        }
        int place = Math.min(offset, text.length());
        // Jackson reports the place of the character itself, or the one behind it.
        for (int at : new int[] {place, place - 1}) {
            String reason = at >= 0 && at < text.length() ? reason(text, at, message) : "";
            if (!reason.isEmpty()) {
                return new InvalidJsonException("it is not valid JSON: " + reason, offset);
            }
        }
        return new InvalidJsonException("it is not valid JSON", offset);
    }

    private static String reason(String text, int at, String message) {
        char c = text.charAt(at);
        if (message.startsWith("Illegal unquoted character")) {
            return "a string goes on over the end of a line, or has a control character in it; write \\n"
                    + " for a line break";
        }
        if (message.startsWith("Unrecognized character escape")) {
            return "a backslash stands before a character that needs none; write \\\\ for a backslash";
        }
        if (message.startsWith("Unexpected close marker")) {
            return "a closing bracket stands here that does not match the opening one";
        }
        if (message.contains("to separate field name and value")) {
            return "a colon is missing between a name and its value";
        }
        if (message.startsWith("Invalid numeric value") || text.charAt(at) == '+') {
            return "a number is not written as in JSON";
        }
        return switch (c) {
            case '/', '#' -> "a comment stands here, which JSON does not have";
            case '}', ']' -> isAfterComma(text, at) ? "a comma stands before the closing bracket" : "";
            case ',' -> isAfterComma(text, at) ? "two commas follow each other" : "";
            case '\'' -> "a single quote stands here; JSON has double quotes only";
            case '\u2018', '\u2019', '\u201C', '\u201D', '`' ->
                isLineEnd(text, at + 1)
                        ? lineEnd()
                        : "a quote of another kind stands here; JSON has double quotes only";
            case '\\', '^' -> isLineEnd(text, at + 1) ? lineEnd() : "";
            case '"' -> message.contains("was expecting comma") ? "a comma is missing before this" : "";
            default -> Character.isLetter(c) || c == '_' || c == '$' ? unquoted(message) : "";
        };
    }

    private static String lineEnd() {
        return "the line ends with a character that only a shell needs; take it out";
    }

    private static String unquoted(String message) {
        return message.contains("field name")
                ? "a name stands here without double quotes"
                : "a word stands here without double quotes";
    }

    private static boolean isAfterComma(String text, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && text.charAt(before) == ',';
    }

    private static boolean isLineEnd(String text, int at) {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
