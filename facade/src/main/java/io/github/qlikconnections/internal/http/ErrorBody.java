package io.github.qlikconnections.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.error.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses the body of an error response in all shapes of the API: {@code errors} as an array or an object, a single error, the flat
 * members of the connectivity services, and those of OAuth 2.0. Other bodies are ignored and never repeated.
 */
final class ErrorBody {

    private static final ObjectMapper JSON = JsonReadConstraints.apply(new ObjectMapper());
    private static final int MAX_ERRORS = 20;

    private static final String[] CODES = {"code", "errorCodeName", "errorCode", "dcaasErrorCode"};
    private static final String[] TITLES = {"title"};
    private static final String[] DETAILS = {"detail", "errorMessage", "message", "error_description", "details"};

    /** The members that the library reads, here or from the body as a whole. */
    private static final Set<String> MODELED = Stream.of(
                    Stream.of(CODES),
                    Stream.of(TITLES),
                    Stream.of(DETAILS),
                    Stream.of("status", "traceId", "errors", "error"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableSet());

    private ErrorBody() {}

    /** Returns a copy of the response with the errors of its body. */
    static ErrorResponse parse(ErrorResponse response, InputStream body, Redactor redactor) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            return response;
        }
        if (root == null || !root.isContainerNode()) {
            return response;
        }
        List<ApiError> errors = errors(root, redactor);
        return new ErrorResponse(response.status(), response.retryAfter(), errors, text(root, redactor, "traceId"));
    }

    private static List<ApiError> errors(JsonNode root, Redactor redactor) {
        List<ApiError> errors = new ArrayList<>();
        JsonNode list = root.isArray() ? root : root.path("errors");
        JsonNode single = root.path("error");
        if (list.isArray()) {
            list.forEach(entry -> add(errors, entry, redactor));
        } else if (list.isObject() && !add(errors, list, redactor)) {
            // An object with one entry per invalid member.
            list.forEach(entry -> addMember(errors, entry, redactor));
        }
        if (errors.isEmpty() && single.isTextual()) {
            errors.add(ApiError.builder()
                    .code(text(root, redactor, "error"))
                    .title(text(root, redactor, TITLES))
                    .detail(text(root, redactor, DETAILS))
                    .status(status(root))
                    .additionalMembers(new ErrorMembers(redactor).read(root, MODELED))
                    .build());
        }
        if (errors.isEmpty() && !add(errors, single, redactor)) {
            add(errors, root, redactor);
        }
        return List.copyOf(errors);
    }

    /** Adds the errors of one member, which may be a list of them (problem details of ASP.NET). */
    private static void addMember(List<ApiError> errors, JsonNode member, Redactor redactor) {
        if (member.isArray()) {
            member.forEach(entry -> add(errors, entry, redactor));
        } else {
            add(errors, member, redactor);
        }
    }

    /** Adds the error of an entry and returns whether it has content. */
    private static boolean add(List<ApiError> errors, JsonNode entry, Redactor redactor) {
        ApiError error = entry.isTextual()
                ? ApiError.builder().detail(redactor.redact(entry.asText())).build()
                : ApiError.builder()
                        .code(text(entry, redactor, CODES))
                        .title(text(entry, redactor, TITLES))
                        .detail(text(entry, redactor, DETAILS))
                        .status(status(entry))
                        .additionalMembers(new ErrorMembers(redactor).read(entry, MODELED))
                        .build();
        boolean hasContent = !error.toString().isBlank();
        if (hasContent && errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
        return hasContent;
    }

    private static @Nullable Integer status(JsonNode entry) {
        JsonNode status = entry.path("status");
        return status.isValueNode() && status.asInt(-1) >= 0 ? Integer.valueOf(status.asInt()) : null;
    }

    /** Returns the first of these members that has a value, redacted. */
    private static @Nullable String text(JsonNode entry, Redactor redactor, String... members) {
        for (String member : members) {
            JsonNode value = entry.path(member);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return redactor.redact(value.asText());
            }
        }
        return null;
    }
}
