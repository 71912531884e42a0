package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies plain values with one of them replaced. */
final class Replacement {

    private Replacement() {}

    static Map<String, Object> in(Map<String, Object> values, String pointer, Object replacement) {
        List<String> segments = JsonPointers.segments(pointer);
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.computeIfPresent(
                segments.get(0), (name, old) -> replaced(old, segments.subList(1, segments.size()), replacement));
        return copy;
    }

    private static Object replaced(@Nullable Object value, List<String> segments, Object replacement) {
        if (segments.isEmpty()) {
            return replacement;
        }
        List<String> rest = segments.subList(1, segments.size());
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> copy = new LinkedHashMap<>(members);
            copy.computeIfPresent(segments.get(0), (name, old) -> replaced(old, rest, replacement));
            return copy;
        }
        if (value instanceof List<?> items) {
            List<Object> copy = new ArrayList<>(items);
            int index = Integer.parseInt(segments.get(0));
            copy.set(index, replaced(copy.get(index), rest, replacement));
            return copy;
        }
        throw new IllegalStateException("the pointer leads nowhere");
    }
}
