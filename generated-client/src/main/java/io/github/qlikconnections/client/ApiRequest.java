package io.github.qlikconnections.client;

import jakarta.annotation.Nullable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of an operation, as the generated classes make it. Not thread-safe. */
public final class ApiRequest {

    private final String method;
    private String target;
    private char separator = '?';
    private Map<String, String> headers = Map.of();
    private @Nullable Object body;

    /** A request with this method for this path, in which names of parameters may stand in braces. */
    public ApiRequest(String method, String path) {
        this.method = method;
        this.target = path;
    }

    /** Puts an encoded value in the place of a name in braces. */
    public ApiRequest path(String nameInBraces, String value) {
        target = target.replace(nameInBraces, encode(value));
        return this;
    }

    /** Adds a query parameter; null is left out. */
    public ApiRequest query(String name, @Nullable Object value) {
        if (value != null) {
            target = target + separator + encode(name) + '=' + encode(value.toString());
            separator = '&';
        }
        return this;
    }

    /** Adds a header field; null is left out. */
    public ApiRequest header(String name, @Nullable String value) {
        if (value != null) {
            if (headers.isEmpty()) {
                headers = new LinkedHashMap<>();
            }
            headers.put(name, value);
        }
        return this;
    }

    /** Sets what is sent as JSON. */
    public ApiRequest body(Object value) {
        body = value;
        return this;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** Path and query, encoded. */
    public String target() {
        return target;
    }

    /** The header fields beside those that every request has. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What is sent as JSON, or null for no body. */
    public @Nullable Object body() {
        return body;
    }

    private static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
            if (!plain) {
                return encodeAll(text);
            }
        }
        // An id, as most are.
        return text;
    }

    private static String encodeAll(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
