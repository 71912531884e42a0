package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import io.github.qlikconnections.internal.wire.EncryptFlag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which values of a draft may be secrets: those given as {@link Secret}, those that the specification marks, those
 * with a telling name anywhere on the way to them, and all if the specification cannot be used.
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

    /** Unlike a secret, a credential is never merely suspected because the specification cannot be used. */
    boolean isCredential(String name) {
        if (treatAllAsSecret) {
            return values.get(name) instanceof Secret || SecretNames.mayBeSecret(name);
        }
        return isSecretProperty(name) || hasAnnotation(annotations.descend(annotations.rootSchemas(), name), values.get(name));
    }

    /** Returns whether a secret stands anywhere in the value of a property. */
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
                    .anyMatch(each -> hasAnnotation(annotations.descend(schemas, String.valueOf(each.getKey())), each.getValue()));
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

    /** Returns whether the value at a pointer, which begins at the connection properties, may be or hold a secret. */
    boolean isSecret(String pointer) {
        List<String> segments = JsonPointers.segments(pointer);
        if (segments.isEmpty()) {
            return true;
        }
        if (isSecretProperty(segments.get(0))) {
            return !isNameOfEntry(segments);
        }
        List<Map<?, ?>> schemas = annotations.hasAny() ? annotations.descend(annotations.rootSchemas(), segments.get(0)) : List.of();
        Object value = values.get(segments.get(0));
        for (String segment : segments.subList(1, segments.size())) {
            schemas = annotations.descend(schemas, segment);
            if (annotations.isMarked(schemas) || (value instanceof Map<?, ?> members && isSecretEntry(members, segment))) {
                return true;
            }
            value = JsonPointers.step(value, segment);
        }
        return hasSecretPart(value) || hasAnnotation(schemas, value);
    }

    /** The name of a file or of a header is shown even where its value is not. */
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
