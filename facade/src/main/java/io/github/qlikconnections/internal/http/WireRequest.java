package io.github.qlikconnections.internal.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of the API. Immutable except for the body array, which is shared and must not be changed. */
public final class WireRequest {

    private final String method;
    private final String target;
    private final String uriTemplate;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    /** Creates a request whose path has no parameters. */
    public WireRequest(String method, String target, Map<String, String> headers, byte @Nullable [] body) {
        this(method, target, target, headers, body);
    }

    /**
     * Creates a request.
     *
     * @param method the HTTP method
     * @param target path and query, percent-encoded, starting with a slash
     * @param uriTemplate the path with the names of its parameters in braces, for events
     * @param headers further header fields
     * @param body the JSON body, or null for none
     */
    public WireRequest(
            String method, String target, String uriTemplate, Map<String, String> headers, byte @Nullable [] body) {
        if (!RequestTarget.isValid(target)) {
            throw new IllegalArgumentException("The path of a request contains a dot segment or an invalid character.");
        }
        if (!headers.isEmpty() && !areFieldValues(headers.values())) {
            throw new IllegalArgumentException(
                    "A header field contains a control character or a character outside ASCII.");
        }
        this.method = method;
        this.target = target;
        this.uriTemplate = uriTemplate;
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

    String uriTemplate() {
        return uriTemplate;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Returns whether the request may change the tenant. Some searches use POST. */
    boolean changesState(Operation operation) {
        return !isRead() && operation != Operation.REQUEST_TOKEN && operation != Operation.LIST_ORPHANS;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Returns whether the request looks something up by name instead of by id. */
    boolean looksUpByName() {
        return target.contains("?type=connectionname") || target.contains("byCredentialName=true");
    }

    /** Returns whether the request is a deletion. */
    boolean isDeletion() {
        return method.equals("DELETE");
    }

    /** Returns whether the method is idempotent (RFC 9110, section 9.2.2). */
    boolean isIdempotent() {
        return List.of("GET", "PUT", "DELETE").contains(method);
    }
}
