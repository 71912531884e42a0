package io.github.qlikconnections.testkit.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** The links in answers; page links can be told to name another host than the one that serves them. */
public final class Links {

    private static final Set<String> CURSORS = Set.of("page", "next", "prev");
    private static final String MARK = "fake-cursor:";

    private final Supplier<String> origin;
    private final Supplier<String> pageOrigin;

    public Links(Supplier<String> origin, Supplier<String> pageOrigin) {
        this.origin = origin;
        this.pageOrigin = pageOrigin;
    }

    /** A link that works: origin and path. */
    public String api(String path) {
        return origin.get() + path;
    }

    /** A link as 201 and credential answers hold it: without {@code /api}, and so leading nowhere. */
    public String withoutApi(String path) {
        return origin.get() + path.substring("/api".length());
    }

    /** A link to the same list with another cursor. */
    public String page(Request request, Map<String, String> cursor) {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        if (!cursor.isEmpty()) {
            query.keySet().removeAll(CURSORS);
            cursor.forEach((name, value) -> query.put(name, List.of(value)));
        }
        StringJoiner text = new StringJoiner("&", "?", "").setEmptyValue("");
        query.forEach((name, values) -> values.forEach(value -> text.add(encode(name) + "=" + encode(value))));
        return pageOrigin.get() + request.rawPath() + text;
    }

    /** An opaque cursor that stands for a position. */
    public String cursor(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The position that a cursor stands for.
     *
     * @throws ApiErrorException 400 when the cursor is not one of ours
     */
    public long position(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.US_ASCII);
            if (text.matches(MARK + "\\d{1,18}")) {
                return Long.parseLong(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException e) {
            // Not base64, so not ours: refused like any other.
        }
        throw ApiErrorException.badRequest("The page cursor is not valid");
    }

    private static String encode(String text) {
        // A blank as %20, which every decoder understands.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
