package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secrets within lists of objects with a name and a value, such as query headers. */
final class SecretEntries {

    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String ENCRYPT = "encrypt";

    private SecretEntries() {}

    /** Whether a member of an entry is a secret: given as one, or the value of an entry that is to be encrypted. */
    static boolean isSecretMember(Map<?, ?> entry, String member) {
        return entry.get(member) instanceof Secret || (member.equals(VALUE) && isEncrypted(entry));
    }

    private static boolean isEncrypted(Map<?, ?> entry) {
        return String.valueOf(entry.get(ENCRYPT)).toLowerCase(Locale.ROOT).equals("true");
    }

    /**
     * Finds an entry that stays in the list and whose secret the draft lacks, so that sending the list would lose it.
     *
     * @return the name of the entry
     */
    static Optional<String> withoutSecret(Object wanted, @Nullable Object held) {
        if (!(wanted instanceof List<?> wantedEntries) || !(held instanceof List<?> heldEntries)) {
            return Optional.empty();
        }
        for (Object each : wantedEntries) {
            if (each instanceof Map<?, ?> entry
                    && ValueComparison.isWithheld(entry.get(VALUE))
                    && heldEntries.stream().anyMatch(other -> keepsSecretOf(other, entry))) {
                return Optional.of(String.valueOf(entry.get(NAME)));
            }
        }
        return Optional.empty();
    }

    private static boolean keepsSecretOf(@Nullable Object held, Map<?, ?> entry) {
        return held instanceof Map<?, ?> other
                && other.get(NAME) != null
                && other.get(NAME).equals(entry.get(NAME))
                && (isEncrypted(other) || ValueComparison.isWithheld(other.get(VALUE)));
    }
}
