package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.EncryptFlag;
import io.github.qlikconnections.internal.wire.WithheldValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the secrets in lists of objects, such as the values of query headers. */
final class ListEntrySecrets {

    private static final String NAME = "name";
    private static final String VALUE = "value";

    private final Predicate<String> isMarkedSecret;

    /**
     * Creates a finder.
     *
     * @param isMarkedSecret whether the specification marks the value at a JSON Pointer as secret
     */
    ListEntrySecrets(Predicate<String> isMarkedSecret) {
        this.isMarkedSecret = isMarkedSecret;
    }

    /** Returns whether a member of an entry is a secret: a {@link Secret}, or the value of an entry that is encrypted. */
    static boolean isSecretMember(Map<?, ?> entry, String member) {
        return entry.get(member) instanceof Secret || (member.equals(VALUE) && EncryptFlag.isSet(entry));
    }

    /** Returns whether a value is a list in which at least one entry has a secret. */
    boolean hasSecretEntry(String property, Object value) {
        return value instanceof List<?> entries
                && (ValueComparison.hasSecret(entries)
                        || entries.stream()
                                .anyMatch(element -> element instanceof Map<?, ?> entry && hasSecret(property, entry)));
    }

    private boolean hasSecret(String property, Map<?, ?> entry) {
        return entry.entrySet().stream()
                .anyMatch(member ->
                        member.getValue() != null && isSecret(property, entry, String.valueOf(member.getKey())));
    }

    private boolean isSecret(String property, Map<?, ?> entry, String member) {
        return isSecretMember(entry, member) || isMarked(property, member);
    }

    private boolean isMarked(String property, String member) {
        return isMarkedSecret.test(JsonPointers.child(JsonPointers.child("", property) + "/0", member));
    }

    /**
     * Finds an entry of both lists whose secret is missing in the draft. Sending the list would remove that secret.
     *
     * @return the name of the entry, or its position if it has no name
     */
    Optional<String> findEntryWithoutSecret(String property, Object expected, @Nullable Object actual) {
        if (!(expected instanceof List<?> expectedEntries) || !(actual instanceof List<?> actualEntries)) {
            return Optional.empty();
        }
        Set<String> members = findMembers(expectedEntries, actualEntries);
        for (int i = 0; i < expectedEntries.size(); i++) {
            if (expectedEntries.get(i) instanceof Map<?, ?> entry
                    && actualEntries.stream()
                            .anyMatch(element -> element instanceof Map<?, ?> other
                                    && isSameEntry(property, entry, other)
                                    && isSecretMissing(property, members, entry, other))) {
                return Optional.of(String.valueOf(entry.get(NAME) == null ? i : entry.get(NAME)));
            }
        }
        return Optional.empty();
    }

    /** Returns the names of the members of all entries, because the tenant may omit secret members. */
    private static Set<String> findMembers(List<?> expected, List<?> actual) {
        Set<String> members = new LinkedHashSet<>(Set.of(VALUE));
        Stream.concat(expected.stream(), actual.stream()).forEach(element -> {
            if (element instanceof Map<?, ?> entry) {
                entry.keySet().forEach(member -> members.add(String.valueOf(member)));
            }
        });
        return members;
    }

    /** Returns whether two entries have the same name. Entries without names are the same if their readable members are equal. */
    private boolean isSameEntry(String property, Map<?, ?> expected, Map<?, ?> actual) {
        if (expected.get(NAME) != null || actual.get(NAME) != null) {
            return Objects.equals(expected.get(NAME), actual.get(NAME));
        }
        return expected.entrySet().stream()
                .filter(member -> !isSecret(property, expected, String.valueOf(member.getKey())))
                .allMatch(member -> Objects.equals(member.getValue(), actual.get(member.getKey())));
    }

    private boolean isSecretMissing(String property, Set<String> members, Map<?, ?> expected, Map<?, ?> actual) {
        return members.stream()
                .anyMatch(member ->
                        WithheldValue.isWithheld(expected.get(member)) && hasStoredSecret(property, actual, member));
    }

    private boolean hasStoredSecret(String property, Map<?, ?> actual, String member) {
        Object value = actual.get(member);
        boolean isWithheld = value != null && WithheldValue.isWithheld(value);
        return WithheldValue.isMask(value)
                || isMarked(property, member)
                || (member.equals(VALUE)
                        && (EncryptFlag.isSet(actual) || (isWithheld && SecretNames.mayBeSecret(property))));
    }
}
