package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a secret that is sent as a JSON number or boolean as that number or boolean. */
public final class SecretLiteral {

    private SecretLiteral() {}

    /**
     * Returns the number or boolean of such a secret.
     *
     * @param value any value
     * @return the value itself unless it is such a secret
     */
    public static @Nullable Object plain(@Nullable Object value) {
        if (!(value instanceof Secret secret) || !secret.isJsonLiteral()) {
            return value;
        }
        String text = secret.reveal();
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : new BigDecimal(text);
    }
}
