package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SecretNames;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.spec.PropertySpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows which values of a draft may be secrets: those given as {@link Secret}, those that the specification marks, those
 * with a telling name anywhere on the way to them, and all when the specification cannot be used.
 */
final class SecretPlaces {

    private final Map<String, Object> values;
    private final Map<String, PropertySpec> specs;
    private final boolean all;

    SecretPlaces(Map<String, Object> values, Map<String, PropertySpec> specs, boolean all) {
        this.values = values;
        this.specs = specs;
        this.all = all;
    }

    boolean isSecretProperty(String name) {
        PropertySpec spec = specs.get(name);
        return all
                || values.get(name) instanceof Secret
                || (spec == null ? SecretNames.mayBeSecret(name) : spec.isSecret());
    }

    /** Unlike a secret, a credential is never merely suspected because the specification cannot be used. */
    boolean isCredential(String name) {
        return all ? values.get(name) instanceof Secret || SecretNames.mayBeSecret(name) : isSecretProperty(name);
    }

    /** Whether a secret stands anywhere in the value of a property. */
    boolean holdsSecret(String name) {
        return contains(values.get(name));
    }

    /** Tells it of a value anywhere in the draft, the pointer beginning at the connection properties. */
    boolean isSecret(String pointer) {
        List<String> segments = JsonPointers.segments(pointer);
        if (segments.isEmpty()) {
            return true;
        }
        if (isSecretProperty(segments.get(0))) {
            return !isNameOfEntry(segments);
        }
        Object value = values.get(segments.get(0));
        for (String segment : segments.subList(1, segments.size())) {
            if (value instanceof Map<?, ?> members && entryIsSecret(members, segment)) {
                return true;
            }
            value = JsonPointers.step(value, segment);
        }
        return contains(value);
    }

    /** The name of a file or of a header is shown even where its value is not. */
    private boolean isNameOfEntry(List<String> segments) {
        return !all && segments.size() == 3 && segments.get(2).equals("name");
    }

    static boolean entryIsSecret(Map<?, ?> members, String member) {
        return SecretNames.mayBeSecret(member)
                || (member.equals("value")
                        && ((members.get("name") instanceof String name && SecretNames.mayBeSecret(name))
                                || "true".equals(String.valueOf(members.get("encrypt")))));
    }

    private static boolean contains(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                if (entryIsSecret(members, String.valueOf(member.getKey())) || contains(member.getValue())) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof Secret
                || (value instanceof List<?> items && items.stream().anyMatch(SecretPlaces::contains));
    }
}
