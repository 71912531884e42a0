package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Converts secrets that are sent as a JSON number or boolean. */
public final class SecretLiteral {

    private SecretLiteral() {}

    /**
     * Returns the number or boolean of a secret that is sent as one.
     *
     * @param value any value
     * @return the number or boolean, or the value itself if it is not such a secret
     */
    public static @Nullable Object toPlainValue(@Nullable Object value) {
        if (!(value instanceof Secret secret) || !secret.isJsonLiteral()) {
            return value;
        }
        String text = secret.reveal();
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : new BigDecimal(text);
    }
}
