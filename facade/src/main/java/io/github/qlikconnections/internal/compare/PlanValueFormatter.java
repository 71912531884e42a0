package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.text.CredentialPatterns;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats values for plans and reports. Possible secrets are omitted. */
public final class PlanValueFormatter {

    private PlanValueFormatter() {}

    /**
     * Formats a value.
     *
     * @param value the value, may be null
     * @param isSecret whether the property may contain a secret
     * @return the text, or null if the value is null or must not be shown
     */
    public static @Nullable String format(@Nullable Object value, boolean isSecret) {
        if (value == null || isSecret || ValueComparison.hasSecret(value)) {
            return null;
        }
        if (value instanceof List<?> list) {
            return "a list of " + list.size();
        }
        if (value instanceof Map<?, ?> members) {
            return "an object with " + members.size() + " members";
        }
        String text = String.valueOf(value);
        return CredentialPatterns.hasCredentials(text) ? null : MessageFormatter.escape(text);
    }
}
