package io.github.qlikconnections.model;

import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.TextPosition;

/**
 * Cleans a request body that was copied from a shell command: removes quotes around it and escapes of its quotes. Maps
 * positions in the cleaned JSON to positions in the copied text.
 */
final class CopiedJsonCleaner {

    private final String copied;
    private final String brackets;
    private final StringBuilder json = new StringBuilder();
    private final int[] originalOffsets;

    private CopiedJsonCleaner(String copied, String brackets) {
        this.copied = copied;
        this.brackets = brackets;
        int from = 0;
        int to = copied.length();
        while (from < to && isQuoteOrWhitespace(copied.charAt(from))) {
            from++;
        }
        while (to > from && isQuoteOrWhitespace(copied.charAt(to - 1))) {
            to--;
        }
        boolean escaped = characterAfterBrackets(from, to) == '\\';
        originalOffsets = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            if (escaped && copied.charAt(i) == '\\' && i + 1 < to && isEscapable(copied.charAt(i + 1))) {
                i++;
            }
            originalOffsets[json.length()] = i;
            json.append(copied.charAt(i));
        }
        originalOffsets[json.length()] = to;
    }

    static CopiedJsonCleaner of(String copied, String brackets) {
        return new CopiedJsonCleaner(copied, brackets);
    }

    private static boolean isQuoteOrWhitespace(char c) {
        return c == '"' || c == '\'' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    private char characterAfterBrackets(int from, int to) {
        int next = from;
        while (next < to && isBracketOrWhitespace(copied.charAt(next))) {
            next++;
        }
        return next > from && next < to ? copied.charAt(next) : 0;
    }

    private static boolean isBracketOrWhitespace(char c) {
        return c == '{' || c == '[' || Character.isWhitespace(c);
    }

    String json() {
        return json.toString();
    }

    MalformedDraftException createException(InvalidJsonException problem) {
        int offset = Math.min(problem.offset(), json.length());
        TextPosition position = TextPosition.of(copied, originalOffsets[offset]);
        return new MalformedDraftException(
                "The request is not usable: " + problem.getMessage() + advice(offset),
                position.line(),
                position.column());
    }

    private String advice(int offset) {
        if (json.length() > 0 && json.charAt(0) != brackets.charAt(0)) {
            return "; paste only the body of the request, from " + brackets.charAt(0) + " to " + brackets.charAt(1);
        }
        return offset < json.length() && json.charAt(offset) == '<'
                ? "; replace the placeholder without quotes by its value"
                : "";
    }
}
