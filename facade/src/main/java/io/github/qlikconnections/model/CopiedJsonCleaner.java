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
    private final StringBuilder json = new StringBuilder();
    private final int[] originalOffsets;

    private CopiedJsonCleaner(String copied) {
        this.copied = copied;
        int from = 0;
        int to = copied.length();
        while (from < to && isQuoteOrWhitespace(copied.charAt(from))) {
            from++;
        }
        while (to > from && isQuoteOrWhitespace(copied.charAt(to - 1))) {
            to--;
        }
        boolean escaped = characterAfterBrace(from, to) == '\\';
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

    static CopiedJsonCleaner of(String copied) {
        return new CopiedJsonCleaner(copied);
    }

    private static boolean isQuoteOrWhitespace(char c) {
        return c == '"' || c == '\'' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    private char characterAfterBrace(int from, int to) {
        if (from >= to || copied.charAt(from) != '{') {
            return 0;
        }
        int next = from + 1;
        while (next < to && Character.isWhitespace(copied.charAt(next))) {
            next++;
        }
        return next < to ? copied.charAt(next) : 0;
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
        if (json.length() > 0 && json.charAt(0) != '{') {
            return "; paste only the body of the request, from { to }";
        }
        return offset < json.length() && json.charAt(offset) == '<'
                ? "; replace the placeholder without quotes by its value"
                : "";
    }
}
