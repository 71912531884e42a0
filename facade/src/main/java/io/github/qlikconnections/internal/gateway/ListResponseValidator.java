package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.model.DataConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates a page of a list, so that an incomplete list does not pass as a complete one. Not thread-safe. */
final class ListResponseValidator {

    private final List<ApiError> warnings = new ArrayList<>();

    /** Returns the errors of the response, then the warnings of this validator. */
    List<ApiError> warnings() {
        return List.copyOf(warnings);
    }

    void addErrors(List<ApiError> errors) {
        warnings.addAll(errors);
    }

    void validateData(@Nullable List<?> data) {
        if (data == null) {
            addWarning("The response has no list of entries");
        }
    }

    /** Returns the cursor of the next page, or null if this is the last page. */
    @Nullable String nextCursor(@Nullable String href, String parameter) {
        if (href == null || href.isBlank()) {
            return null;
        }
        String cursor = CursorParser.parse(href, parameter);
        if (cursor == null) {
            addWarning("The link to the next page has no " + parameter + " parameter");
        }
        return cursor;
    }

    List<DataConnection> withoutMissingIds(List<DataConnection> connections) {
        if (connections.stream().noneMatch(connection -> connection.id().isBlank())) {
            return connections;
        }
        addWarning("The list has entries without an id");
        return connections.stream()
                .filter(connection -> !connection.id().isBlank())
                .toList();
    }

    private void addWarning(String message) {
        warnings.add(ApiError.builder().title("Incomplete list").detail(message).build());
    }
}
