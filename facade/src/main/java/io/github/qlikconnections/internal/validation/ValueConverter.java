package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts values between strings, numbers and booleans if the conversion is lossless. */
final class ValueConverter {

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,4})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final BigDecimal SMALLEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private ValueConverter() {}

    /** Converts a value to the first possible of the given JSON Schema types. Returns null if there is none. */
    static @Nullable Object toType(Object value, Collection<?> types) {
        for (Object type : types) {
            Object converted =
                    "string".equals(type) ? scalarToText(value) : parseText(toText(value), String.valueOf(type));
            if (converted != null) {
                return converted;
            }
        }
        return null;
    }

    /** Returns the string of a value or of a secret, or null if it is neither. */
    static @Nullable String toText(@Nullable Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        return value instanceof String text ? text : null;
    }

    private static @Nullable Object parseText(@Nullable String text, String type) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case "boolean" -> parseBoolean(text.toLowerCase(Locale.ROOT));
            case "integer", "number" ->
                JSON_NUMBER.matcher(text).matches() ? toNumber(new BigDecimal(text), type) : null;
            default -> null;
        };
    }

    private static @Nullable Boolean parseBoolean(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    /** Converts a number. A number without fraction digits becomes a long if it is in range. */
    private static @Nullable Object toNumber(BigDecimal number, String type) {
        if (!isWithinRange(number)) {
            return null;
        }
        boolean whole = type.equals("integer") ? number.stripTrailingZeros().scale() <= 0 : number.scale() == 0;
        if (whole && number.compareTo(SMALLEST_LONG) >= 0 && number.compareTo(LARGEST_LONG) <= 0) {
            return number.longValueExact();
        }
        return type.equals("number") ? number : null;
    }

    private static @Nullable String scalarToText(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return isWithinRange(number) ? number.toPlainString() : null;
        }
        return value instanceof Long || value instanceof Boolean ? value.toString() : null;
    }

    /** Returns the allowed value that has the same written form but another type, or null. */
    static @Nullable Object toAllowed(Object value, Collection<?> allowed) {
        String written = toWrittenForm(value);
        for (Object each : allowed) {
            if (written != null && written.equals(toWrittenForm(each))) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable String toWrittenForm(@Nullable Object value) {
        String text = toText(value);
        return text != null ? text : scalarToText(value);
    }

    /** Returns whether a number is within the range of an IEEE 754 double, as receivers read JSON numbers. */
    static boolean isWithinRange(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 400 && number.abs().compareTo(LARGEST) <= 0;
    }
}
