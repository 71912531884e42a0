package io.github.qlikconnections.internal.json;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates exceptions that explain why text is not valid JSON, by the character at which parsing ended. */
final class InvalidJsonExceptionFactory {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([\\w.$:-]{1,60})'.*", Pattern.DOTALL);

    /** Literals of programming languages, and those of JSON in another letter case. */
    private static final Set<String> LITERALS_OF_LANGUAGES =
            Set.of("True", "TRUE", "False", "FALSE", "Null", "NULL", "None", "nil", "undefined");

    private InvalidJsonExceptionFactory() {}

    static InvalidJsonException of(String text, int offset, String message) {
        Matcher duplicate = DUPLICATE.matcher(message);
        if (message.startsWith("Duplicate")) {
            String member = duplicate.matches() ? "the member " + duplicate.group(1) : "a member";
            return new InvalidJsonException(member + " occurs twice", offset);
        }
        if (message.startsWith("Unexpected end")) {
            return new InvalidJsonException("it is incomplete", offset);
        }
        int end = Math.min(offset, text.length());
        // Jackson reports the position of the invalid character or of the next one.
        for (int at : new int[] {end, end - 1}) {
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
            return "a string contains a line break or another control character; write \\n for a line break";
        }
        if (message.startsWith("Unrecognized character escape")) {
            return "a backslash precedes a character that needs no escape; write \\\\ for a backslash";
        }
        if (message.startsWith("Unexpected close marker")) {
            return "a closing bracket does not match the opening one";
        }
        if (message.contains("to separate field name and value")) {
            return "a colon is missing between a name and its value";
        }
        if (message.startsWith("Invalid numeric value") || text.charAt(at) == '+') {
            return "a number does not have the JSON syntax";
        }
        return switch (c) {
            case '/', '#' -> "JSON has no comments";
            case '}', ']' -> isAfter(text, at, ',') ? "a comma precedes the closing bracket" : "";
            case ',' -> comma(text, at);
            case ':' -> isAfter(text, at, ':') ? "two colons follow each other" : "";
            case ';' -> "a semicolon stands where JSON requires a comma or the end";
            case '=' -> "JSON requires a colon between a name and its value";
            case '(', ')' -> "JSON has no parentheses";
            case '.' ->
                text.startsWith("..", at)
                        ? "JSON has no ellipsis; give all values"
                        : "a number does not have the JSON syntax; write digits before and after the point";
            case '\'' -> "JSON requires double quotes, not single quotes";
            case '\u2018', '\u2019', '\u201C', '\u201D', '`' ->
                isLineEnd(text, at + 1) ? lineEnd() : "JSON requires straight double quotes";
            case '\\', '^' -> isLineEnd(text, at + 1) ? lineEnd() : "";
            case '"' -> message.contains("was expecting comma") ? "a comma is missing before this" : "";
            default -> Character.isLetter(c) || c == '_' || c == '$' ? unquoted(text, at, message) : "";
        };
    }

    private static String lineEnd() {
        return "the line ends with a continuation character of a shell; remove it";
    }

    private static String comma(String text, int at) {
        if (isAfter(text, at, ',')) {
            return "two commas follow each other";
        }
        if (isAfter(text, at, '{') || isAfter(text, at, '[')) {
            return "a comma follows the opening bracket";
        }
        return isAfter(text, at, ':') ? "a value is missing before the comma" : "";
    }

    private static String unquoted(String text, int at, String message) {
        if (message.contains("field name")) {
            return "a name is not in double quotes";
        }
        return LITERALS_OF_LANGUAGES.contains(wordAt(text, at))
                ? "the only words of JSON without quotes are true, false and null in lower case"
                : "a word is not in double quotes";
    }

    private static String wordAt(String text, int at) {
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Returns whether a character stands before an index, disregarding whitespace. */
    private static boolean isAfter(String text, int at, char expected) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && text.charAt(before) == expected;
    }

    private static boolean isLineEnd(String text, int at) {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
