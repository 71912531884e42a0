package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces nested values. Each list or object on a path is copied once, so replacements take linear time and the original is not
 * modified. Not thread-safe.
 */
final class ValueReplacer {

    private final Map<String, Object> members;
    private final IdentityHashMap<Object, List<Object>> listCopies = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Map<Object, Object>> mapCopies = new IdentityHashMap<>();

    ValueReplacer(Map<String, Object> original) {
        this.members = new LinkedHashMap<>(original);
    }

    /** Returns the values with all replacements. */
    Map<String, Object> result() {
        return members;
    }

    /** Replaces the value at a pointer that leads to a member or to something in it. */
    void replace(String pointer, Object replacement) {
        List<String> segments = JsonPointers.segments(pointer);
        String name = segments.get(0);
        members.put(name, copyWithReplacement(members.get(name), segments.subList(1, segments.size()), replacement));
    }

    private Object copyWithReplacement(@Nullable Object value, List<String> segments, Object replacement) {
        if (segments.isEmpty()) {
            return replacement;
        }
        String first = segments.get(0);
        Object changed =
                copyWithReplacement(JsonPointers.step(value, first), segments.subList(1, segments.size()), replacement);
        if (value instanceof List<?> items) {
            List<Object> copy = listCopies.computeIfAbsent(items, original -> new ArrayList<>(items));
            copy.set(Integer.parseInt(first), changed);
            return registerCopy(listCopies, copy);
        }
        Map<?, ?> original = (Map<?, ?>) value;
        Map<Object, Object> copy = mapCopies.computeIfAbsent(original, any -> new LinkedHashMap<>(original));
        copy.put(first, changed);
        return registerCopy(mapCopies, copy);
    }

    /** Registers a copy under itself, because it has replaced the original. */
    private static <T> T registerCopy(IdentityHashMap<Object, T> copies, T copy) {
        copies.putIfAbsent(copy, copy);
        return copy;
    }
}
