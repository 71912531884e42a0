package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns texts that may be secrets, by the names they stand under, into {@link Secret}s; drops nulls. */
final class PastedSecrets {

    private PastedSecrets() {}

    static @Nullable Object mark(String name, @Nullable Object value) {
        return mark(value, SecretNames.mayBeSecret(name));
    }

    private static @Nullable Object mark(@Nullable Object value, boolean secret) {
        if (value instanceof String text) {
            return secret ? Secret.of(text) : text;
        }
        if (value instanceof Map<?, ?> members) {
            return members(members, secret);
        }
        if (value instanceof List<?> items) {
            List<Object> marked = new ArrayList<>(items.size());
            for (Object item : items) {
                Object one = mark(item, secret);
                if (one != null) {
                    marked.add(one);
                }
            }
            return marked;
        }
        return value;
    }

    /** The name of a file or header is no secret; the value of a pair is one when its name or its mark says so. */
    private static Map<String, Object> members(Map<?, ?> members, boolean secret) {
        boolean secretPair = (members.get("name") instanceof String name && SecretNames.mayBeSecret(name))
                || "true".equalsIgnoreCase(String.valueOf(members.get("encrypt")));
        Map<String, Object> marked = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean named = name.equals("name");
            boolean hide = !named && (secret || SecretNames.mayBeSecret(name) || (secretPair && name.equals("value")));
            Object one = mark(value, hide);
            if (one != null) {
                marked.put(name, one);
            }
        });
        return marked;
    }
}
