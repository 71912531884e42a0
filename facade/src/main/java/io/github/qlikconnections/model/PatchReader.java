package io.github.qlikconnections.model;

import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.wire.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the body of a patch request. The letter case of member names and operations is ignored. */
final class PatchReader {

    private static final String OPERATION = "op";
    private static final String PATH = "path";
    private static final String VALUE = "value";

    /** The member of the former body, an object with the operations in it. */
    private static final String FORMER_MEMBER = "patchData";

    private final int number;
    private final Map<String, @Nullable Object> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Creates a reader of one operation, with its number for messages, from 1. */
    private PatchReader(int number, Map<?, ?> operation) {
        this.number = number;
        operation.forEach((name, value) -> {
            if (members.containsKey(String.valueOf(name))) {
                throw problem("gives a member twice; keep one of them");
            }
            members.put(String.valueOf(name), value);
        });
    }

    static ConnectionPatch read(String json) {
        Object body = RequestBody.parse(json, "[]");
        if (body instanceof Map<?, ?> former && former.size() == 1) {
            body = former.get(FORMER_MEMBER);
        }
        if (!(body instanceof List<?> operations)) {
            throw new MalformedDraftException(
                    "The request is not a JSON array; paste the body of a patch request, from [ to ]");
        }
        if (operations.isEmpty()) {
            throw new MalformedDraftException("The request changes nothing: it contains no operation");
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        for (int i = 0; i < operations.size(); i++) {
            if (!(operations.get(i) instanceof Map<?, ?> operation)) {
                throw new MalformedDraftException("Operation " + (i + 1) + " of the request is not a JSON object");
            }
            patch.operation(new PatchReader(i + 1, operation).operation());
        }
        return patch.build();
    }

    private PatchOperation operation() {
        PatchOperation.Op op = op();
        String path = path();
        Object value = members.remove(VALUE);
        if (!members.isEmpty()) {
            throw problem("has a member other than op, path and value");
        }
        if (op == PatchOperation.Op.REMOVE) {
            return PatchOperation.remove(path);
        }
        if (value == null) {
            throw problem("has no value; to remove a value, use the operation remove");
        }
        return PatchOperation.set(op, path, marked(path, value));
    }

    private PatchOperation.Op op() {
        if (members.remove(OPERATION) instanceof String name) {
            for (PatchOperation.Op op : PatchOperation.Op.values()) {
                if (op.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return op;
                }
            }
        }
        throw problem("has no op that the API accepts: add, replace or remove");
    }

    private String path() {
        if (members.remove(PATH) instanceof String path) {
            return path;
        }
        throw problem("has no path; give a JSON Pointer such as " + WireNames.PROPERTIES + "/region");
    }

    private Object marked(String path, Object value) {
        if (path.equals(WireNames.STATEMENT)) {
            return value;
        }
        List<String> nulls = new ArrayList<>();
        Object marked = PatchSecretMarker.mark(path, value, nulls);
        if (marked == null || !nulls.isEmpty()) {
            throw problem("has null in its value; leave the entry out");
        }
        try {
            return PropertyValues.copyOf(path, marked);
        } catch (IllegalArgumentException e) {
            throw new MalformedDraftException(String.valueOf(e.getMessage()));
        }
    }

    private MalformedDraftException problem(String problem) {
        return new MalformedDraftException("Operation " + number + " of the request " + problem);
    }
}
