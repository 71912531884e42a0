package io.github.qlikconnections.internal.http;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request of the API. Immutable, but for the body array, which is shared and must not be changed. */
public final class WireRequest {

    /**
     * Path and query of RFC 3986, with no authority and no dot segment, percent-encoded or not: a server would resolve it and
     * end up at another resource.
     */
    private static final Pattern TARGET =
            Pattern.compile("(?i)(?!//)(?:/(?!(?:\\.|%2e){1,2}(?:[/?]|$))(?:[\\w.~!$&'()*+,;=:@-]|%[0-9a-f]{2})*)+"
                    + "(?:\\?(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?");

    private static final Pattern FIELD_VALUE = Pattern.compile("[\\t -~]*");

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    /**
     * A request.
     *
     * @param method the HTTP method
     * @param target path and query, percent-encoded, beginning with a slash
     * @param headers further header fields
     * @param body the JSON body, or null for none
     */
    public WireRequest(String method, String target, Map<String, String> headers, byte @Nullable [] body) {
        if (!TARGET.matcher(target).matches()) {
            throw new IllegalArgumentException(
                    "The path of a request holds a dot segment or a character that no path has.");
        }
        if (headers.values().stream()
                .anyMatch(value -> !FIELD_VALUE.matcher(value).matches())) {
            throw new IllegalArgumentException("A header field holds a control character or a character beyond ASCII.");
        }
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Whether the tenant may be different after the request. */
    boolean changesSomething(Operation operation) {
        return !method.equals("GET") && operation != Operation.REQUEST_TOKEN;
    }

    /** Whether the method is idempotent by RFC 9110, so that a repeat does no harm. */
    boolean idempotent() {
        return switch (method) {
            case "GET", "PUT", "DELETE" -> true;
            default -> false;
        };
    }
}
