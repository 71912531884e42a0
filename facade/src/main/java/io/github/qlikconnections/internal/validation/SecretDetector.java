package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SecretNames;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which values of a draft may be secrets: those given as {@link Secret}, those that the specification marks, those
 * with a telling name anywhere on the way to them, and all if the specification cannot be used.
 */
final class SecretDetector {

    private final Map<String, Object> values;
    private final SecretAnnotations marks;
    private final boolean all;

    SecretDetector(Map<String, Object> values, SecretAnnotations marks, boolean all) {
        this.values = values;
        this.marks = marks;
        this.all = all;
    }

    boolean isSecretProperty(String name) {
        return all
                || values.get(name) instanceof Secret
                || SecretNames.mayBeSecret(name)
                || (marks.hasAny() && marks.isMarked(marks.descend(marks.rootSchemas(), name)));
    }

    /** Unlike a secret, a credential is never merely suspected because the specification cannot be used. */
    boolean isCredential(String name) {
        if (all) {
            return values.get(name) instanceof Secret || SecretNames.mayBeSecret(name);
        }
        return isSecretProperty(name) || holdsMark(marks.descend(marks.rootSchemas(), name), values.get(name));
    }

    /** Returns whether a secret stands anywhere in the value of a property. */
    boolean holdsSecret(String name) {
        Object value = values.get(name);
        return contains(value) || holdsMark(marks.descend(marks.rootSchemas(), name), value);
    }

    private boolean holdsMark(List<Map<?, ?>> schemas, @Nullable Object value) {
        if (value == null || !marks.hasAny() || schemas.isEmpty()) {
            return false;
        }
        if (marks.isMarked(schemas)) {
            return true;
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .anyMatch(each -> holdsMark(marks.descend(schemas, String.valueOf(each.getKey())), each.getValue()));
        }
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                if (holdsMark(marks.descend(schemas, String.valueOf(i)), items.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the value at a pointer, which begins at the connection properties, may be or hold a secret. */
    boolean isSecret(String pointer) {
        List<String> segments = JsonPointers.segments(pointer);
        if (segments.isEmpty()) {
            return true;
        }
        if (isSecretProperty(segments.get(0))) {
            return !isNameOfEntry(segments);
        }
        List<Map<?, ?>> schemas = marks.hasAny() ? marks.descend(marks.rootSchemas(), segments.get(0)) : List.of();
        Object value = values.get(segments.get(0));
        for (String segment : segments.subList(1, segments.size())) {
            schemas = marks.descend(schemas, segment);
            if (marks.isMarked(schemas) || (value instanceof Map<?, ?> members && entryIsSecret(members, segment))) {
                return true;
            }
            value = JsonPointers.step(value, segment);
        }
        return contains(value) || holdsMark(schemas, value);
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
                || (value instanceof List<?> items && items.stream().anyMatch(SecretDetector::contains));
    }
}
