package io.github.qlikconnections.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of an error that the library does not model as plain values, redacted and bounded. */
final class ErrorMembers {

    private static final int MAX_MEMBERS = 20;
    private static final int MAX_DEPTH = 4;

    private final Redactor redactor;

    ErrorMembers(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Returns the members of an error except those with the given names. */
    Map<String, Object> read(JsonNode error, Set<String> modeled) {
        return toPlainMap(error, modeled, 1);
    }

    private Map<String, Object> toPlainMap(JsonNode object, Set<String> omitted, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Object plain = members.size() < MAX_MEMBERS && !omitted.contains(member.getKey())
                    ? toPlain(member.getValue(), depth)
                    : null;
            if (plain != null) {
                members.put(redactor.redact(member.getKey()), plain);
            }
        }
        return members;
    }

    private @Nullable Object toPlain(JsonNode node, int depth) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isValueNode()) {
            String redacted = redactor.redact(node.asText());
            return node.isNumber() && redacted.equals(node.asText()) ? node.numberValue() : redacted;
        }
        if (depth == MAX_DEPTH) {
            return null;
        }
        if (node.isObject()) {
            return toPlainMap(node, Set.of(), depth + 1);
        }
        List<Object> elements = new ArrayList<>();
        for (JsonNode element : node) {
            Object plain = elements.size() < MAX_MEMBERS ? toPlain(element, depth + 1) : null;
            if (plain != null) {
                elements.add(plain);
            }
        }
        return elements;
    }
}
