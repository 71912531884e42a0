package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the JSON Patch of the API takes: string, boolean, integer and array. */
public final class PatchValues {

    private PatchValues() {}

    /** Returns whether the API takes a value: no object, no null and no decimal number. */
    public static boolean areAllowed(@Nullable Object value) {
        BigDecimal number = number(value);
        return value != null && !(value instanceof Map) && (number == null || isInteger(number));
    }

    /** Returns the value, an integer without fraction digits. */
    public static Object normalized(Object value) {
        BigDecimal number = number(value);
        if (number == null || !isInteger(number)) {
            return value;
        }
        BigDecimal integer = number.setScale(0);
        return value instanceof Secret ? Secret.of(integer.toPlainString()).asJsonLiteral() : integer;
    }

    /** The value of a number that may have fraction digits, a secret one included; null for anything else. */
    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Secret secret && secret.isJsonLiteral()) {
            String text = secret.reveal();
            return text.equals("true") || text.equals("false") ? null : new BigDecimal(text);
        }
        return value instanceof BigDecimal number ? number : null;
    }

    private static boolean isInteger(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
