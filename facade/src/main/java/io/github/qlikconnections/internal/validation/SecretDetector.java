package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.EncryptFlag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Detects the values of a draft that may be secrets: values given as {@link Secret}, values that the specification marks, and values
 * with a secret-like name on their path. If the specification cannot be used, every value may be a secret.
 */
final class SecretDetector {

    private final Map<String, Object> values;
    private final SecretAnnotations annotations;
    private final boolean treatAllAsSecret;

    SecretDetector(Map<String, Object> values, SecretAnnotations annotations, boolean treatAllAsSecret) {
        this.values = values;
        this.annotations = annotations;
        this.treatAllAsSecret = treatAllAsSecret;
    }

    boolean isSecretProperty(String name) {
        return treatAllAsSecret
                || values.get(name) instanceof Secret
                || SecretNames.mayBeSecret(name)
                || (annotations.hasAny() && annotations.isMarked(annotations.descend(annotations.rootSchemas(), name)));
    }

    /** Returns whether a property is a credential. An unusable specification alone does not make it one. */
    boolean isCredential(String name) {
        if (treatAllAsSecret) {
            return values.get(name) instanceof Secret || SecretNames.mayBeSecret(name);
        }
        return isSecretProperty(name)
                || hasAnnotation(annotations.descend(annotations.rootSchemas(), name), values.get(name));
    }

    /** Returns whether the value of a property contains a secret. */
    boolean hasSecret(String name) {
        Object value = values.get(name);
        return hasSecretPart(value) || hasAnnotation(annotations.descend(annotations.rootSchemas(), name), value);
    }

    private boolean hasAnnotation(List<Map<?, ?>> schemas, @Nullable Object value) {
        if (value == null || !annotations.hasAny() || schemas.isEmpty()) {
            return false;
        }
        if (annotations.isMarked(schemas)) {
            return true;
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .anyMatch(each -> hasAnnotation(
                            annotations.descend(schemas, String.valueOf(each.getKey())), each.getValue()));
        }
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                if (hasAnnotation(annotations.descend(schemas, String.valueOf(i)), items.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the value at a JSON Pointer from the connection properties may be or contain a secret. */
    boolean isSecret(String pointer) {
        List<String> segments = JsonPointers.segments(pointer);
        if (segments.isEmpty()) {
            return true;
        }
        if (isSecretProperty(segments.get(0))) {
            return !isNameOfEntry(segments);
        }
        List<Map<?, ?>> schemas =
                annotations.hasAny() ? annotations.descend(annotations.rootSchemas(), segments.get(0)) : List.of();
        Object value = values.get(segments.get(0));
        for (String segment : segments.subList(1, segments.size())) {
            schemas = annotations.descend(schemas, segment);
            if (annotations.isMarked(schemas)
                    || (value instanceof Map<?, ?> members && isSecretEntry(members, segment))) {
                return true;
            }
            value = JsonPointers.step(value, segment);
        }
        return hasSecretPart(value) || hasAnnotation(schemas, value);
    }

    /** Returns whether the value at a pointer is marked or given as a secret, and not only suspected because of its name. */
    boolean isDeclaredSecret(String pointer) {
        List<Map<?, ?>> schemas = annotations.hasAny() ? annotations.rootSchemas() : List.of();
        Object value = values;
        String name = "";
        for (String segment : JsonPointers.segments(pointer)) {
            name = segment;
            schemas = annotations.descend(schemas, segment);
            if (annotations.isMarked(schemas)) {
                return true;
            }
            value = JsonPointers.step(value, segment);
        }
        // A draft that is read from JSON has a Secret for each suspicious name.
        return treatAllAsSecret || (value instanceof Secret && !SecretNames.mayBeSecret(name));
    }

    /** Returns whether the pointer leads to the name of a file or header, which is shown even if its value is not. */
    private boolean isNameOfEntry(List<String> segments) {
        return !treatAllAsSecret && segments.size() == 3 && segments.get(2).equals("name");
    }

    static boolean isSecretEntry(Map<?, ?> members, String member) {
        return SecretNames.mayBeSecret(member)
                || (member.equals("value")
                        && ((members.get("name") instanceof String name && SecretNames.mayBeSecret(name))
                                || EncryptFlag.isSet(members)));
    }

    private static boolean hasSecretPart(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                if (isSecretEntry(members, String.valueOf(member.getKey())) || hasSecretPart(member.getValue())) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof Secret
                || (value instanceof List<?> items && items.stream().anyMatch(SecretDetector::hasSecretPart));
    }
}
