package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy of plain values in which single values are replaced; the values themselves stay as they are. */
final class Replacement {

    private final Map<String, Object> copy = new LinkedHashMap<>();

    Replacement(Map<String, Object> values) {
        values.forEach((name, value) -> copy.put(name, copyOf(value)));
    }

    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> copied = new LinkedHashMap<>();
            members.forEach((name, member) -> copied.put(name, copyOf(member)));
            return copied;
        }
        if (value instanceof List<?> items) {
            List<Object> copied = new ArrayList<>(items.size());
            items.forEach(item -> copied.add(copyOf(item)));
            return copied;
        }
        return value;
    }

    /** Replaces the value at a pointer that leads somewhere. */
    @SuppressWarnings("unchecked")
    void set(String pointer, Object replacement) {
        List<String> segments = JsonPointers.segments(pointer);
        int last = segments.size() - 1;
        @Nullable Object parent = JsonPointers.find(copy, pointer.substring(0, pointer.lastIndexOf('/')));
        if (parent instanceof List<?> items) {
            ((List<Object>) items).set(Integer.parseInt(segments.get(last)), replacement);
        } else if (parent instanceof Map<?, ?> members) {
            ((Map<String, Object>) members).put(segments.get(last), replacement);
        }
    }

    Map<String, Object> values() {
        return copy;
    }
}
