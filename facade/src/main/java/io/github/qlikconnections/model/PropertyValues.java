package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonNumbers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates deep, unmodifiable copies of property values, in the Java types that JSON and {@link Secret} need. */
final class PropertyValues {

    private static final int MAX_DEPTH = 64;

    private PropertyValues() {}

    static Object copyOf(String property, Object value) {
        return copyOf(property, value, 0);
    }

    private static Object copyOf(String property, Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "The value of " + MessageFormatter.formatName(property) + " is nested more than " + MAX_DEPTH
                            + " levels deep. Give a flatter value, or pass the inner part as its JSON text.");
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Secret) {
            return value;
        }
        if (value instanceof Number number) {
            return number(property, number);
        }
        if (value instanceof List<?> list) {
            return list(property, list, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(property, map, depth);
        }
        Arguments.require(value, "A value within " + MessageFormatter.formatName(property), "Leave the entry out");
        throw new IllegalArgumentException("The value of " + MessageFormatter.formatName(property) + " has the type "
                + value.getClass().getName()
                + "; use String, Boolean, a number, Secret, List or Map");
    }

    /** Returns a value without the nulls in its lists and objects, or null if the value itself is null. */
    static @Nullable Object withoutNulls(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(PropertyValues::withoutNulls)
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                Object present = withoutNulls(member);
                if (present != null) {
                    copy.put(name, present);
                }
            });
            return copy;
        }
        return value;
    }

    private static Object number(String property, Number number) {
        try {
            return JsonNumbers.of(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The number given for " + MessageFormatter.formatName(property) + " cannot be written as JSON", e);
        }
    }

    private static List<Object> list(String property, List<?> list, int depth) {
        List<Object> copy = new ArrayList<>(list.size());
        for (Object item : list) {
            copy.add(copyOf(property, item, depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private static Map<String, Object> map(String property, Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException(
                        "A member name in " + MessageFormatter.formatName(property) + " is not a String");
            }
            copy.put(text, copyOf(property, value, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }
}
