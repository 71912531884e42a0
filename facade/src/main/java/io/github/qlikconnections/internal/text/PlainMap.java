package io.github.qlikconnections.internal.text;

import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a value consists of as plain Java values, in the order given: strings, booleans, numbers, lists and maps. Every other
 * value becomes a string: a date in ISO-8601, the name of an enum constant, a placeholder for a secret. Absent values are omitted.
 * Not thread-safe.
 */
public final class PlainMap {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a value. An empty {@code Optional} is absent. */
    public PlainMap put(String name, @Nullable Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null) {
            values.put(name, toPlain(present));
        }
        return this;
    }

    /** Adds the result of a mapper for a value. */
    public <T> PlainMap put(String name, Optional<T> value, Function<T, Map<String, Object>> mapper) {
        return put(name, value.map(mapper));
    }

    /** Adds the results of a mapper for the elements of a list. */
    public <T> PlainMap put(String name, Collection<T> elements, Function<T, Map<String, Object>> mapper) {
        return put(name, elements.stream().map(mapper).toList());
    }

    /** Adds a member of the API, whose value may be a secret according to its name. */
    public PlainMap putMember(String name, @Nullable Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return put(name, hideCredentials(new SecretMarker(new ArrayList<>()).mark(name, present)));
    }

    /** Adds members of the API that are not in the map yet. Their values may be secrets according to their names. */
    public PlainMap putMembers(Map<String, Object> members) {
        members.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                putMember(name, value);
            }
        });
        return this;
    }

    /** Returns the values in an unmodifiable map. */
    public Map<String, Object> toMap() {
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable Object hideCredentials(@Nullable Object value) {
        if (value instanceof String text) {
            return CredentialPatterns.hasCredentials(text) ? Secret.of(text) : text;
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(PlainMap::hideCredentials).toList();
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, @Nullable Object> hidden = new LinkedHashMap<>();
            members.forEach((name, member) -> hidden.put(name, hideCredentials(member)));
            return hidden;
        }
        return value;
    }

    private static Object toPlain(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Collection<?> elements) {
            List<Object> plain = new ArrayList<>(elements.size());
            elements.forEach(element -> plain.add(toPlain(element)));
            return Collections.unmodifiableList(plain);
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> plain = new LinkedHashMap<>();
            members.forEach((name, member) -> plain.put(String.valueOf(name), toPlain(member)));
            return Collections.unmodifiableMap(plain);
        }
        return value.toString();
    }
}
