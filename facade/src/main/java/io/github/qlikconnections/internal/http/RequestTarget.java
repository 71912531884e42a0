package io.github.qlikconnections.internal.http;

/**
 * Validates path and query of a request (RFC 3986). Dot segments are rejected, percent-encoded or not, because a server would
 * resolve them to another resource.
 */
final class RequestTarget {

    private static final String MARKS = "_.~!$&'()*+,;=:@-";

    private RequestTarget() {}

    /** Returns whether a string starts with a slash, is fully percent-encoded and has no dot segment. */
    static boolean isValid(String text) {
        if (text.isEmpty() || text.charAt(0) != '/' || text.startsWith("//")) {
            return false;
        }
        int query = text.indexOf('?');
        int path = query < 0 ? text.length() : query;
        return isEncoded(text, 0, path, "/")
                && isEncoded(text, Math.min(path + 1, text.length()), text.length(), "/?")
                && hasNoDotSegment(text, path);
    }

    private static boolean isEncoded(String text, int from, int to, String further) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= to || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                    return false;
                }
                i += 2;
            } else if (!isAlphanumeric(c) && MARKS.indexOf(c) < 0 && further.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNoDotSegment(String text, int end) {
        for (int from = 1; from <= end; ) {
            int slash = text.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            if (isDotSegment(text, from, to)) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    /** Returns whether a segment is one or two dots, each plain or as {@code %2E}. */
    private static boolean isDotSegment(String text, int from, int to) {
        int dots = 0;
        for (int i = from; i < to; dots++) {
            if (text.charAt(i) == '.') {
                i++;
            } else if (text.regionMatches(true, i, "%2e", 0, 3) && i + 3 <= to) {
                i += 3;
            } else {
                return false;
            }
        }
        return dots == 1 || dots == 2;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
