package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SecretNames;
import io.github.qlikconnections.internal.json.JsonPointers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The secrets within lists of objects with a name and a value, such as query headers. */
final class SecretEntries {

    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String ENCRYPT = "encrypt";

    private final Predicate<String> marked;

    /**
     * Creates the rules.
     *
     * @param marked whether the specification marks the value at a JSON Pointer as secret
     */
    SecretEntries(Predicate<String> marked) {
        this.marked = marked;
    }

    /** Whether a member of an entry is a secret: given as one, or the value of an entry that is to be encrypted. */
    static boolean isSecretMember(Map<?, ?> entry, String member) {
        return entry.get(member) instanceof Secret || (member.equals(VALUE) && isEncrypted(entry));
    }

    private static boolean isEncrypted(Map<?, ?> entry) {
        return String.valueOf(entry.get(ENCRYPT)).toLowerCase(Locale.ROOT).equals("true");
    }

    /** Whether a value is a list with an entry whose value is a secret. */
    boolean areIn(String property, Object value) {
        return value instanceof List<?> entries
                && (ValueComparison.holdsSecret(entries)
                        || entries.stream()
                                .anyMatch(each -> each instanceof Map<?, ?> entry
                                        && entry.get(VALUE) != null
                                        && (isEncrypted(entry) || isMarked(property))));
    }

    private boolean isMarked(String property) {
        return marked.test(JsonPointers.child("", property) + "/0/" + VALUE);
    }

    /**
     * Finds an entry that stays in the list and whose secret the draft lacks, so that sending the list would lose it.
     *
     * @return the name of the entry
     */
    Optional<String> withoutSecret(String property, Object wanted, @Nullable Object held) {
        if (!(wanted instanceof List<?> wantedEntries) || !(held instanceof List<?> heldEntries)) {
            return Optional.empty();
        }
        for (Object each : wantedEntries) {
            if (each instanceof Map<?, ?> entry
                    && ValueComparison.isWithheld(entry.get(VALUE))
                    && heldEntries.stream().anyMatch(other -> keepsSecretOf(property, other, entry))) {
                return Optional.of(String.valueOf(entry.get(NAME)));
            }
        }
        return Optional.empty();
    }

    private boolean keepsSecretOf(String property, @Nullable Object held, Map<?, ?> entry) {
        if (!(held instanceof Map<?, ?> other)
                || other.get(NAME) == null
                || !Objects.equals(other.get(NAME), entry.get(NAME))) {
            return false;
        }
        Object value = other.get(VALUE);
        boolean withheld = value != null && ValueComparison.isWithheld(value);
        return isEncrypted(other) || isMarked(property) || (withheld && SecretNames.mayBeSecret(property));
    }
}
