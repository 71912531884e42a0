package io.github.qlikconnections.internal.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cursor out of a {@code links.next.href}. The link itself is never followed: it may name another host, to which the
 * bearer token must not go.
 */
final class CursorParser {

    private CursorParser() {}

    /** The decoded value of the query parameter, or null when there is no further page. */
    static @Nullable String of(@Nullable String href, String parameter) {
        int query = href == null ? -1 : href.indexOf('?');
        if (href == null || query < 0) {
            return null;
        }
        int fragment = href.indexOf('#', query);
        String pairs = href.substring(query + 1, fragment < 0 ? href.length() : fragment);
        String start = parameter.concat("=");
        for (String pair : pairs.split("&", -1)) {
            if (pair.startsWith(start)) {
                return decode(pair.substring(start.length()));
            }
        }
        return null;
    }

    private static @Nullable String decode(String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
