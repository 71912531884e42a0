package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts values between text, number and truth value where that loses nothing. */
final class ValueConverter {

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,4})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final BigDecimal SMALLEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private ValueConverter() {}

    /** The value in the first of the given types of JSON Schema that it can be converted to, null when there is none. */
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

    /** The text of a value, a secret one included; null when it is none. */
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
            case "integer", "number" -> JSON_NUMBER.matcher(text).matches() ? toNumber(new BigDecimal(text), type) : null;
            default -> null;
        };
    }

    private static @Nullable Boolean parseBoolean(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    /** A number that is written without a fraction stays one, wherever it fits. */
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

    /** The one of the allowed values that is written like the given one, but is of another type; null for none. */
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

    /** Whether a number survives in a receiver that reads JSON numbers as IEEE 754 doubles, in size if not in digits. */
    static boolean isWithinRange(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 400 && number.abs().compareTo(LARGEST) <= 0;
    }
}
