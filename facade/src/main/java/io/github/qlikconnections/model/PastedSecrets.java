package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.EncryptFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns texts that may be secrets, by the names they stand under, into {@link Secret}s; takes nulls out and says where they were. */
final class PastedSecrets {

    private final List<String> nulls;

    /** Adds to the list the JSON Pointer of each null, from the connection properties. */
    PastedSecrets(List<String> nulls) {
        this.nulls = nulls;
    }

    @Nullable Object mark(String name, @Nullable Object value) {
        return mark(JsonPointers.child("", name), value, SecretNames.mayBeSecret(name));
    }

    private @Nullable Object mark(String pointer, @Nullable Object value, boolean secret) {
        if (value == null) {
            nulls.add(pointer);
        }
        if (value instanceof String text) {
            return secret ? Secret.of(text) : text;
        }
        if (value instanceof Map<?, ?> members) {
            return members(pointer, members, secret);
        }
        if (value instanceof List<?> items) {
            List<Object> marked = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                Object one = mark(JsonPointers.child(pointer, String.valueOf(i)), items.get(i), secret);
                if (one != null) {
                    marked.add(one);
                }
            }
            return marked;
        }
        return value;
    }

    /** The name of a file or header is no secret; the value of a pair is one when its name or its mark says so. */
    private Map<String, Object> members(String pointer, Map<?, ?> members, boolean secret) {
        boolean secretPair = (members.get("name") instanceof String name && SecretNames.mayBeSecret(name))
                || EncryptFlag.isSet(members);
        Map<String, Object> marked = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            String name = String.valueOf(key);
            boolean named = name.equals("name");
            boolean hide = !named && (secret || SecretNames.mayBeSecret(name) || (secretPair && name.equals("value")));
            Object one = mark(JsonPointers.child(pointer, name), value, hide);
            if (one != null) {
                marked.put(name, one);
            }
        });
        return marked;
    }
}
