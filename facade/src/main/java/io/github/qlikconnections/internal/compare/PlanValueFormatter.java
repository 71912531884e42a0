package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.text.CredentialPatterns;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as texts of a plan; what may be a secret is not shown. */
public final class PlanValueFormatter {

    private PlanValueFormatter() {}

    /**
     * Returns the text of a value.
     *
     * @param value the value, null if there is none
     * @param secret whether the property may hold a secret
     * @return the text, null if there is no value or it must not be shown
     */
    public static @Nullable String of(@Nullable Object value, boolean secret) {
        if (value == null || secret || ValueComparison.holdsSecret(value)) {
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
