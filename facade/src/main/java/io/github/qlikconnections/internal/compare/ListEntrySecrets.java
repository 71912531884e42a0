package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.EncryptFlag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The secrets within lists of objects, such as the values of query headers. */
final class ListEntrySecrets {

    private static final String NAME = "name";
    private static final String VALUE = "value";

    private final Predicate<String> marked;

    /**
     * Creates the rules.
     *
     * @param marked whether the specification marks the value at a JSON Pointer as secret
     */
    ListEntrySecrets(Predicate<String> marked) {
        this.marked = marked;
    }

    /** Whether a member of an entry is a secret: given as one, or the value of an entry that is to be encrypted. */
    static boolean isSecretMember(Map<?, ?> entry, String member) {
        return entry.get(member) instanceof Secret || (member.equals(VALUE) && EncryptFlag.isSet(entry));
    }

    /** Whether a value is a list with an entry that has a secret. */
    boolean areIn(String property, Object value) {
        return value instanceof List<?> entries
                && (ValueComparison.holdsSecret(entries)
                        || entries.stream()
                                .anyMatch(each -> each instanceof Map<?, ?> entry && hasSecret(property, entry)));
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
        return marked.test(JsonPointers.child(JsonPointers.child("", property) + "/0", member));
    }

    /**
     * Finds an entry that stays in the list and whose secret the draft lacks, so that sending the list would lose it.
     *
     * @return the name of the entry, or its position if it has no name
     */
    Optional<String> withoutSecret(String property, Object wanted, @Nullable Object held) {
        if (!(wanted instanceof List<?> wantedEntries) || !(held instanceof List<?> heldEntries)) {
            return Optional.empty();
        }
        Set<String> members = members(wantedEntries, heldEntries);
        for (int i = 0; i < wantedEntries.size(); i++) {
            if (wantedEntries.get(i) instanceof Map<?, ?> entry
                    && heldEntries.stream()
                            .anyMatch(each -> each instanceof Map<?, ?> other
                                    && isSame(property, entry, other)
                                    && lacksSecret(property, members, entry, other))) {
                return Optional.of(String.valueOf(entry.get(NAME) == null ? i : entry.get(NAME)));
            }
        }
        return Optional.empty();
    }

    /** All members of the entries, because a tenant may return none of the secret ones. */
    private static Set<String> members(List<?> wanted, List<?> held) {
        Set<String> members = new LinkedHashSet<>(Set.of(VALUE));
        Stream.concat(wanted.stream(), held.stream()).forEach(each -> {
            if (each instanceof Map<?, ?> entry) {
                entry.keySet().forEach(member -> members.add(String.valueOf(member)));
            }
        });
        return members;
    }

    /** Entries are the same by their names, or without names if no member that can be read differs. */
    private boolean isSame(String property, Map<?, ?> wanted, Map<?, ?> held) {
        if (wanted.get(NAME) != null || held.get(NAME) != null) {
            return Objects.equals(wanted.get(NAME), held.get(NAME));
        }
        return wanted.entrySet().stream()
                .filter(member -> !isSecret(property, wanted, String.valueOf(member.getKey())))
                .allMatch(member -> Objects.equals(member.getValue(), held.get(member.getKey())));
    }

    private boolean lacksSecret(String property, Set<String> members, Map<?, ?> wanted, Map<?, ?> held) {
        return members.stream()
                .anyMatch(member ->
                        ValueComparison.isWithheld(wanted.get(member)) && keepsSecret(property, held, member));
    }

    private boolean keepsSecret(String property, Map<?, ?> held, String member) {
        Object value = held.get(member);
        boolean withheld = value != null && ValueComparison.isWithheld(value);
        boolean masked = withheld && !String.valueOf(value).isBlank();
        return masked
                || isMarked(property, member)
                || (member.equals(VALUE) && (EncryptFlag.isSet(held) || (withheld && SecretNames.mayBeSecret(property))));
    }
}
