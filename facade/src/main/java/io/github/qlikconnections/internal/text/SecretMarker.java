package io.github.qlikconnections.internal.text;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonNumbers;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.wire.EncryptFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts strings whose names indicate a secret to {@link Secret}s. Removes nulls and records their JSON Pointers. */
public final class SecretMarker {

    private final List<String> nullPointers;

    /** Adds to the list the JSON Pointer of each null, from the connection properties. */
    public SecretMarker(List<String> nullPointers) {
        this.nullPointers = nullPointers;
    }

    /** Returns a copy of the value of a property or member with secrets and without nulls, or null if the value is null. */
    public @Nullable Object mark(String name, @Nullable Object value) {
        boolean isSecret = SecretNames.mayBeSecret(name);
        // Most values are strings, which need no pointer.
        return value instanceof String text
                ? markText(text, isSecret)
                : mark(JsonPointers.child("", name), value, isSecret);
    }

    private static Object markText(String text, boolean secret) {
        return secret ? Secret.of(text) : text;
    }

    private @Nullable Object mark(String pointer, @Nullable Object value, boolean secret) {
        if (value == null) {
            nullPointers.add(pointer);
        }
        if (value instanceof String text) {
            return markText(text, secret);
        }
        if (value instanceof Number number) {
            return JsonNumbers.of(number);
        }
        if (value instanceof Map<?, ?> members) {
            return members(pointer, members, secret);
        }
        if (value instanceof List<?> items) {
            List<Object> marked = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                Object markedValue = mark(JsonPointers.child(pointer, String.valueOf(i)), items.get(i), secret);
                if (markedValue != null) {
                    marked.add(markedValue);
                }
            }
            return Collections.unmodifiableList(marked);
        }
        return value;
    }

    /**
     * The name of a file or header is never secret. The value of a pair is secret if its name or its encrypt flag
     * indicates it.
     */
    private Map<String, Object> members(String pointer, Map<?, ?> members, boolean secret) {
        boolean isSecretPair = (members.get("name") instanceof String name && SecretNames.mayBeSecret(name))
                || EncryptFlag.isSet(members);
        Map<String, Object> marked = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean isName = name.equals("name");
            boolean isSecret =
                    !isName && (secret || SecretNames.mayBeSecret(name) || (isSecretPair && name.equals("value")));
            Object markedValue = mark(JsonPointers.child(pointer, name), value, isSecret);
            if (markedValue != null) {
                marked.put(name, markedValue);
            }
        });
        return Collections.unmodifiableMap(marked);
    }
}
