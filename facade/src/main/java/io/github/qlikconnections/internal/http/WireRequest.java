package io.github.qlikconnections.internal.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of the API. Immutable; the body array is shared and must not be changed.
 *
 * @param method the HTTP method
 * @param target path and query, percent-encoded, beginning with a slash
 * @param headers further header fields
 * @param body the JSON body, or null for none
 */
public record WireRequest(String method, String target, Map<String, String> headers, byte @Nullable [] body) {

    /** Whether the method is idempotent by RFC 9110, so that a repeat does no harm. */
    public boolean idempotent() {
        return switch (method) {
            case "GET", "PUT", "DELETE" -> true;
            default -> false;
        };
    }
}
