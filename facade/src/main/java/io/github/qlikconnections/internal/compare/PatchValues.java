package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that the API accepts in a JSON Patch: string, boolean, integer and array. */
public final class PatchValues {

    private static final int MAX_DIGITS = 400;

    private PatchValues() {}

    /** Returns whether the API accepts a value in a JSON Patch. Null, objects and decimal numbers are not accepted. */
    public static boolean isPatchable(@Nullable Object value) {
        BigDecimal number = toNumber(value);
        return value != null && !(value instanceof Map) && (number == null || isInteger(number));
    }

    /** Returns the value, with an integer reduced to no fraction digits. */
    public static Object normalize(Object value) {
        BigDecimal number = toNumber(value);
        if (number == null || !isInteger(number)) {
            return value;
        }
        BigDecimal integer = number.setScale(0);
        return value instanceof Secret ? Secret.of(integer.toPlainString()).asJsonLiteral() : integer;
    }

    /** Returns a number that may have fraction digits, even if it is a secret. Returns null for any other value. */
    private static @Nullable BigDecimal toNumber(@Nullable Object value) {
        if (value instanceof Secret secret && secret.isJsonLiteral()) {
            String text = secret.reveal();
            return text.equals("true") || text.equals("false") ? null : new BigDecimal(text);
        }
        return value instanceof BigDecimal number ? number : null;
    }

    /** Returns whether a number is an integer of at most {@link #MAX_DIGITS} digits. A huge exponent would need gigabytes as digits. */
    private static boolean isInteger(BigDecimal number) {
        return number.signum() == 0
                || (number.stripTrailingZeros().scale() <= 0
                        && number.precision() - (long) number.scale() <= MAX_DIGITS);
    }
}
