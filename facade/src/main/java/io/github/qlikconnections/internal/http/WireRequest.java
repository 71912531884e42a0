package io.github.qlikconnections.internal.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of the API. Immutable, but for the body array, which is shared and must not be changed. */
public final class WireRequest {

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
        if (!RequestTarget.isValid(target)) {
            throw new IllegalArgumentException(
                    "The path of a request holds a dot segment or a character that no path has.");
        }
        if (!headers.isEmpty() && !areFieldValues(headers.values())) {
            throw new IllegalArgumentException("A header field holds a control character or a character beyond ASCII.");
        }
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    private static boolean areFieldValues(Collection<String> values) {
        for (String value : values) {
            if (!value.matches("[\\t -~]*")) {
                return false;
            }
        }
        return true;
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

    /** Whether the tenant may be different after the request; some searches are a POST. */
    boolean changesSomething(Operation operation) {
        return !reads() && operation != Operation.REQUEST_TOKEN && operation != Operation.LIST_ORPHANS;
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Whether its path holds a name where it usually holds an id. */
    boolean looksUpByName() {
        return target.contains("?type=connectionname") || target.contains("byCredentialName=true");
    }

    /** Whether the request asks only that something be gone. */
    boolean deletes() {
        return method.equals("DELETE");
    }

    /** Whether the method is idempotent by RFC 9110, so that a repeat does no harm. */
    boolean idempotent() {
        return List.of("GET", "PUT", "DELETE").contains(method);
    }
}
