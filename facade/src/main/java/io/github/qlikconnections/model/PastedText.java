package io.github.qlikconnections.model;

import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.TextPosition;

/**
 * A request body as people copy it out of a shell command: perhaps with its quotes escaped, perhaps with the quotes
 * around it. Places in the cleaned text are told as places in the text that was pasted.
 */
final class PastedText {

    private final String pasted;
    private final StringBuilder json = new StringBuilder();
    private final int[] origin;

    private PastedText(String pasted) {
        this.pasted = pasted;
        int from = 0;
        int to = pasted.length();
        while (from < to && isSkipped(pasted.charAt(from))) {
            from++;
        }
        while (to > from && isSkipped(pasted.charAt(to - 1))) {
            to--;
        }
        boolean escaped = nextAfterBrace(from, to) == '\\';
        origin = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            if (escaped && pasted.charAt(i) == '\\' && i + 1 < to && isEscapable(pasted.charAt(i + 1))) {
                i++;
            }
            origin[json.length()] = i;
            json.append(pasted.charAt(i));
        }
        origin[json.length()] = to;
    }

    static PastedText of(String pasted) {
        return new PastedText(pasted);
    }

    private static boolean isSkipped(char c) {
        return c == '"' || c == '\'' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    private char nextAfterBrace(int from, int to) {
        if (from >= to || pasted.charAt(from) != '{') {
            return 0;
        }
        int next = from + 1;
        while (next < to && Character.isWhitespace(pasted.charAt(next))) {
            next++;
        }
        return next < to ? pasted.charAt(next) : 0;
    }

    String json() {
        return json.toString();
    }

    MalformedDraftException malformed(InvalidJsonException problem) {
        int offset = Math.min(problem.offset(), json.length());
        TextPosition place = TextPosition.of(pasted, origin[offset]);
        return new MalformedDraftException(
                "The request is not usable: " + problem.getMessage() + advice(offset), place.line(), place.column());
    }

    private String advice(int offset) {
        if (json.length() > 0 && json.charAt(0) != '{') {
            return "; paste only the body of the request, from { to }";
        }
        return offset < json.length() && json.charAt(offset) == '<'
                ? "; a placeholder stands here without quotes, put the value in its place"
                : "";
    }
}
