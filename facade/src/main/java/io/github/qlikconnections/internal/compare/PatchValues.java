package io.github.qlikconnections.internal.compare;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the JSON Patch of the API takes: string, boolean, integer and array. */
public final class PatchValues {

    private PatchValues() {}

    /** Returns whether the API takes a value: no object, no null and no decimal number. */
    public static boolean areAllowed(@Nullable Object value) {
        return value != null && !(value instanceof Map) && !(value instanceof BigDecimal number && !isInteger(number));
    }

    /** Returns the value, an integer without fraction digits. */
    public static Object normalized(Object value) {
        return value instanceof BigDecimal number && isInteger(number) ? number.setScale(0) : value;
    }

    private static boolean isInteger(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
