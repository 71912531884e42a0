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
 * members, or the pair that OAuth 2.0 knows. A body of another kind gives no errors; it is never repeated.
 *
 * @param errors the errors in their order
 * @param traceId the trace id, if the body names one
 */
record ErrorBody(List<ApiError> errors, @Nullable String traceId) {

    /** No explanation at all. */
    static final ErrorBody NONE = new ErrorBody(List.of(), null);

    private static final ObjectMapper JSON = JsonBounds.apply(new ObjectMapper());
    private static final int MOST_ERRORS = 20;

    static ErrorBody read(InputStream body, Redactor redactor) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            return NONE;
        }
        if (root == null || !root.isObject()) {
            return NONE;
        }
        List<ApiError> errors = new ArrayList<>();
        for (JsonNode entry : root.path("errors")) {
            if (errors.size() < MOST_ERRORS && entry.isObject()) {
                errors.add(error(entry, "code", "title", "detail", redactor));
            }
        }
        if (errors.isEmpty() && (root.has("code") || root.has("title"))) {
            errors.add(error(root, "code", "title", "detail", redactor));
        }
        if (errors.isEmpty() && root.has("error")) {
            errors.add(error(root, "error", "title", "error_description", redactor));
        }
        return new ErrorBody(List.copyOf(errors), text(root, "traceId", redactor));
    }

    private static ApiError error(JsonNode entry, String code, String title, String detail, Redactor redactor) {
        JsonNode status = entry.path("status");
        Integer number = status.isValueNode() && status.asInt(-1) >= 0 ? Integer.valueOf(status.asInt()) : null;
        return ApiError.of(
                text(entry, code, redactor), text(entry, title, redactor), text(entry, detail, redactor), number);
    }

    private static @Nullable String text(JsonNode entry, String member, Redactor redactor) {
        JsonNode value = entry.path(member);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        return redactor.clean(value.asText());
    }
}
