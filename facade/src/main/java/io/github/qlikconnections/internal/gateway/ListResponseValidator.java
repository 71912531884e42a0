package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.model.DataConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a page of a list, so that an incomplete list is not taken for a complete one. */
final class ListResponseValidator {

    private final List<ApiError> problems = new ArrayList<>();

    /** What is wrong, from the tenant's own errors to what was found here. */
    List<ApiError> problems() {
        return List.copyOf(problems);
    }

    void errors(List<ApiError> errors) {
        problems.addAll(errors);
    }

    void data(@Nullable List<?> data) {
        if (data == null) {
            add("The response has no list of entries");
        }
    }

    /** The cursor of the next page, null if this is the last one. */
    @Nullable
    String cursor(@Nullable String href, String parameter) {
        if (href == null || href.isBlank()) {
            return null;
        }
        String cursor = CursorParser.of(href, parameter);
        if (cursor == null) {
            add("The link to the next page has no " + parameter + " parameter");
        }
        return cursor;
    }

    List<DataConnection> identified(List<DataConnection> connections) {
        List<DataConnection> identified = connections.stream()
                .filter(connection -> !connection.id().isBlank())
                .toList();
        if (identified.size() < connections.size()) {
            add("The list has entries without an id");
        }
        return identified;
    }

    private void add(String problem) {
        problems.add(ApiError.of(null, "Incomplete list", problem, null));
    }
}
