package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts values between text, number and truth value where that loses nothing. */
final class Coercion {

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,4})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final BigDecimal SMALLEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private Coercion() {}

    /** The value in the first of the given types of JSON Schema that it can be converted to. */
    static Optional<Object> toType(Object value, @Nullable Object types) {
        List<?> words = types instanceof List<?> several ? several : List.of(String.valueOf(types));
        return words.stream()
                .flatMap(word -> toOne(value, String.valueOf(word)).stream())
                .findFirst();
    }

    private static Optional<Object> toOne(Object value, String type) {
        return switch (type) {
            case "boolean" -> text(value).flatMap(Coercion::truth);
            case "integer" -> text(value).flatMap(Coercion::number).flatMap(Coercion::integer);
            case "number" -> text(value).flatMap(Coercion::number).map(Coercion::shortest);
            case "string" -> scalarAsText(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Object value) {
        if (value instanceof Secret secret) {
            return Optional.of(secret.reveal());
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Object> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        if (!JSON_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text)).filter(Coercion::isWithinRange);
    }

    private static Optional<Object> integer(BigDecimal number) {
        boolean exact = number.stripTrailingZeros().scale() <= 0
                && number.compareTo(SMALLEST_LONG) >= 0
                && number.compareTo(LARGEST_LONG) <= 0;
        return exact ? Optional.of(number.longValueExact()) : Optional.empty();
    }

    private static Object shortest(BigDecimal number) {
        return number.scale() == 0 ? integer(number).orElse(number) : number;
    }

    private static Optional<Object> scalarAsText(Object value) {
        if (value instanceof BigDecimal number) {
            return isWithinRange(number) ? Optional.of(number.toPlainString()) : Optional.empty();
        }
        return value instanceof Long || value instanceof Boolean ? Optional.of(value.toString()) : Optional.empty();
    }

    /** The one of the allowed values that is written like the given one, but is of another type. */
    static Optional<Object> toAllowed(Object value, List<?> allowed) {
        Optional<String> written = text(value).or(() -> scalarAsText(value).map(String::valueOf));
        for (Object each : allowed) {
            if (each != null && written.isPresent()) {
                String other = each instanceof BigDecimal number && isWithinRange(number)
                        ? number.toPlainString()
                        : String.valueOf(each);
                boolean scalar = each instanceof String || each instanceof Number || each instanceof Boolean;
                if (scalar && other.equals(written.get())) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a number survives in a receiver that reads JSON numbers as IEEE 754 doubles, in size if not in digits. */
    static boolean isWithinRange(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 400 && number.abs().compareTo(LARGEST) <= 0;
    }
}
