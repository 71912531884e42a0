package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces single values anywhere within plain values; what they stand in is copied and itself stays as it is. */
final class Replacement {

    private Replacement() {}

    /** Replaces the value at a pointer that leads to a member or to something in it. */
    static void put(Map<String, Object> members, String pointer, Object replacement) {
        List<String> segments = JsonPointers.segments(pointer);
        String name = segments.get(0);
        members.put(name, replaced(members.get(name), segments.subList(1, segments.size()), replacement));
    }

    private static Object replaced(@Nullable Object value, List<String> segments, Object replacement) {
        if (segments.isEmpty()) {
            return replacement;
        }
        String first = segments.get(0);
        Object changed = replaced(JsonPointers.step(value, first), segments.subList(1, segments.size()), replacement);
        if (value instanceof List<?> items) {
            List<Object> copy = new ArrayList<>(items);
            copy.set(Integer.parseInt(first), changed);
            return copy;
        }
        Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) value);
        copy.put(first, changed);
        return copy;
    }
}
