package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of JSON Patch (RFC 6902) that the services support: an array of add, replace and remove operations. */
final class PatchDocument {

    private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove");

    /** A change. {@code path} contains the tokens of the JSON Pointer, {@code value} is missing for a removal. */
    record Change(List<String> path, JsonNode value) {

        boolean removes() {
            return value.isMissingNode();
        }

        boolean isAt(String... parts) {
            return path.equals(List.of(parts));
        }

        boolean isUnder(String part) {
            return path.get(0).equals(part);
        }

        /** Returns the connection property that is changed completely or partly, empty if it is none. */
        String property() {
            return path.size() > 1 && isUnder("connectionProperties") ? path.get(1) : "";
        }

        boolean hasValue() {
            return !removes() && !(value.isTextual() && value.textValue().isEmpty());
        }
    }

    private final List<Change> changes;

    private PatchDocument(List<Change> changes) {
        this.changes = changes;
    }

    /**
     * Parses a patch.
     *
     * @throws ApiErrorException 400 if the body is not a supported patch
     */
    static PatchDocument parse(JsonNode body) {
        if (body.has("patchData")) {
            throw ApiErrorException.badRequest("The patchData form is no longer supported: send the array itself");
        }
        if (!body.isArray()) {
            throw ApiErrorException.badRequest("The request body is not an array of operations");
        }
        List<Change> changes = new ArrayList<>();
        for (JsonNode element : body) {
            changes.add(change(element));
        }
        return new PatchDocument(changes);
    }

    private static Change change(JsonNode element) {
        String operation = element.path("op").asText();
        String path = element.path("path").asText();
        if (!OPERATIONS.contains(operation)) {
            throw ApiErrorException.badRequest("The operation " + operation + " is not add, replace or remove");
        }
        if (!path.startsWith("/")) {
            throw ApiErrorException.badRequest("The path " + path + " is not a JSON Pointer");
        }
        if (operation.equals("remove")) {
            return new Change(pointer(path), element.path("no value"));
        }
        // The tutorials capitalize the member, the specification does not. The service accepts both.
        JsonNode value = element.has("value") ? element.path("value") : element.path("Value");
        if (!value.isTextual() && !value.isBoolean() && !value.isIntegralNumber() && !value.isArray()) {
            throw ApiErrorException.badRequest("The value for " + path + " is not a string, boolean, integer or array");
        }
        return new Change(pointer(path), value);
    }

    private static List<String> pointer(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            parts.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return List.copyOf(parts);
    }

    List<Change> changes() {
        return changes;
    }

    /** Returns the connection properties that are changed completely or partly. */
    Set<String> properties() {
        return changes.stream()
                .map(Change::property)
                .filter(property -> !property.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean any(Predicate<Change> condition) {
        return changes.stream().anyMatch(condition);
    }
}
