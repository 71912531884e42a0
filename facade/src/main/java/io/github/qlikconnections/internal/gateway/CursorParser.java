package io.github.qlikconnections.internal.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses the cursor of the next page from a {@code links.next.href}. The link itself is never followed, because it may point to
 * another host, which must not receive the bearer token.
 */
final class CursorParser {

    private CursorParser() {}

    /** Returns the decoded value of the query parameter, or null if there is no next page. */
    static @Nullable String parse(@Nullable String href, String parameter) {
        int query = href == null ? -1 : href.indexOf('?');
        if (href == null || query < 0) {
            return null;
        }
        int fragment = href.indexOf('#', query);
        String pairs = href.substring(query + 1, fragment < 0 ? href.length() : fragment);
        String prefix = parameter.concat("=");
        for (String pair : pairs.split("&", -1)) {
            if (pair.startsWith(prefix)) {
                return decode(pair.substring(prefix.length()));
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
