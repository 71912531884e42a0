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

/** Creates the links of responses. Page links can have another origin than other links. */
public final class Links {

    private static final Set<String> CURSORS = Set.of("page", "next", "prev");
    private static final String PREFIX = "fake-cursor:";

    private final Supplier<String> origin;
    private final Supplier<String> pageOrigin;

    public Links(Supplier<String> origin, Supplier<String> pageOrigin) {
        this.origin = origin;
        this.pageOrigin = pageOrigin;
    }

    /** Returns a link with origin and path. */
    public String api(String path) {
        return origin.get() + path;
    }

    /** Returns a link to a resource whose id is percent-encoded. Like a page link, it can have another origin. */
    public String resource(String path, String id) {
        return pageOrigin.get() + path + "/" + encode(id);
    }

    /** Returns a link without {@code /api}, which cannot be resolved, as in responses to creations and of credentials. */
    public String withoutApi(String path) {
        return origin.get() + path.substring("/api".length());
    }

    /** Returns a link to the same list with another cursor. */
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

    /** Returns an opaque cursor for a position. */
    public String cursor(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + position).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Returns the position of a cursor.
     *
     * @throws ApiErrorException 400 if the cursor was not created by this class
     */
    public long position(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.US_ASCII);
            if (text.matches(PREFIX + "\\d{1,18}")) {
                return Long.parseLong(text.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException e) {
            // Not base64, so not a cursor of this class. It is rejected below.
        }
        throw ApiErrorException.badRequest("The page cursor is not valid");
    }

    private static String encode(String text) {
        // A space as %20, which every decoder accepts.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
