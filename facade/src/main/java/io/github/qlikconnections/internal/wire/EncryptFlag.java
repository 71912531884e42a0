package io.github.qlikconnections.internal.wire;

import java.util.Map;

/** The member of a name-value entry, such as a query header, that marks its value as secret. */
public final class EncryptFlag {

    private static final String NAME = "encrypt";

    private EncryptFlag() {}

    /** Returns whether the flag of an entry is true. Payloads of the API contain booleans both as such and as strings. */
    public static boolean isSet(Map<?, ?> entry) {
        return "true".equalsIgnoreCase(String.valueOf(entry.get(NAME)));
    }
}
