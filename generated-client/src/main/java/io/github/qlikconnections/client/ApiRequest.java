package io.github.qlikconnections.client;

import jakarta.annotation.Nullable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP request of one operation, built by the generated classes. Instances are not thread-safe. */
public final class ApiRequest {

    private final String method;
    private final String pathTemplate;
    private String target;
    private char separator = '?';
    private Map<String, String> headers = Map.of();
    private @Nullable Object body;

    /**
     * Creates a request.
     *
     * @param method the HTTP method
     * @param pathTemplate the path, with the names of its parameters in braces
     */
    public ApiRequest(String method, String pathTemplate) {
        this.method = method;
        this.pathTemplate = pathTemplate;
        this.target = pathTemplate;
    }

    /**
     * Replaces a parameter of the path by its percent-encoded value.
     *
     * @param nameInBraces the name with its braces, for example <code>{qID}</code>
     * @param value the value
     * @return this request
     */
    public ApiRequest path(String nameInBraces, String value) {
        target = target.replace(nameInBraces, encode(value));
        return this;
    }

    /**
     * Adds a query parameter.
     *
     * @param name the name
     * @param value the value, or null to omit the parameter
     * @return this request
     */
    public ApiRequest query(String name, @Nullable Object value) {
        if (value != null) {
            target = target + separator + encode(name) + '=' + encode(value.toString());
            separator = '&';
        }
        return this;
    }

    /**
     * Adds a header field.
     *
     * @param name the name
     * @param value the value, or null to omit the field
     * @return this request
     */
    public ApiRequest header(String name, @Nullable String value) {
        if (value != null) {
            if (headers.isEmpty()) {
                headers = new LinkedHashMap<>();
            }
            headers.put(name, value);
        }
        return this;
    }

    /**
     * Sets the body, which is sent as JSON.
     *
     * @param value the body, or null for none
     * @return this request
     */
    public ApiRequest body(@Nullable Object value) {
        body = value;
        return this;
    }

    /**
     * Returns the HTTP method.
     *
     * @return the method
     */
    public String method() {
        return method;
    }

    /**
     * Returns the path with the names of its parameters in braces.
     *
     * @return the path of the OpenAPI document
     */
    public String pathTemplate() {
        return pathTemplate;
    }

    /**
     * Returns path and query, percent-encoded.
     *
     * @return the request target
     */
    public String target() {
        return target;
    }

    /**
     * Returns the header fields that are specific to this operation.
     *
     * @return the values by name
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the body, which is sent as JSON.
     *
     * @return the body, or null if there is none
     */
    public @Nullable Object body() {
        return body;
    }

    private static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
            if (!unreserved) {
                return encodeAll(text);
            }
        }
        // Most values are ids, which need no encoding.
        return text;
    }

    private static String encodeAll(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
