package io.github.qlikconnections.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.error.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an error answer, whichever of the API's shapes it has: {@code errors} as an array, the deprecated flat
 * members, or the pair that OAuth 2.0 knows. A body of another kind explains nothing; it is never repeated.
 */
final class ErrorBody {

    private static final ObjectMapper JSON = JsonBounds.apply(new ObjectMapper());
    private static final int MOST_ERRORS = 20;

    private ErrorBody() {}

    /** The same refusal with what its body explains. */
    static Refused explain(Refused refused, InputStream body, Redactor redactor) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            return refused;
        }
        if (root == null || !root.isObject()) {
            return refused;
        }
        List<ApiError> errors = new ArrayList<>();
        for (JsonNode entry : root.path("errors")) {
            if (errors.size() < MOST_ERRORS && entry.isObject()) {
                errors.add(error(entry, "code", "detail", redactor));
            }
        }
        if (errors.isEmpty() && (root.has("code") || root.has("title"))) {
            errors.add(error(root, "code", "detail", redactor));
        }
        if (errors.isEmpty() && root.has("error")) {
            errors.add(error(root, "error", "error_description", redactor));
        }
        return new Refused(
                refused.status(), refused.retryAfter(), List.copyOf(errors), text(root, "traceId", redactor));
    }

    private static ApiError error(JsonNode entry, String code, String detail, Redactor redactor) {
        JsonNode status = entry.path("status");
        Integer number = status.isValueNode() && status.asInt(-1) >= 0 ? Integer.valueOf(status.asInt()) : null;
        return ApiError.of(
                text(entry, code, redactor), text(entry, "title", redactor), text(entry, detail, redactor), number);
    }

    private static @Nullable String text(JsonNode entry, String member, Redactor redactor) {
        JsonNode value = entry.path(member);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        return redactor.clean(value.asText());
    }
}
