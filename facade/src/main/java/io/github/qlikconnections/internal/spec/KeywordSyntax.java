package io.github.qlikconnections.internal.spec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What form the values of JSON Schema's keywords must have; an engine would pass over a wrong one in silence. */
final class KeywordSyntax {

    private static final Set<String> COUNTS = Set.of(
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties");
    private static final Set<String> NUMBERS = Set.of("minimum", "maximum", "multipleOf");
    private static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "array", "object", "null");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final int MAX_SCALE = 400;

    private KeywordSyntax() {}

    static boolean isExclusiveBound(String keyword) {
        return keyword.equals("exclusiveMinimum") || keyword.equals("exclusiveMaximum");
    }

    /** The value of a keyword that holds no schemas, in the form that an engine reads. */
    static @Nullable Object checked(String keyword, @Nullable Object value, String path)
            throws UnusableSchemaException {
        if (NUMBERS.contains(keyword) || isExclusiveBound(keyword)) {
            BigDecimal number = number(value, path);
            if (keyword.equals("multipleOf") && number.signum() <= 0) {
                throw wrong(path, "is not above 0");
            }
            return number;
        }
        if (COUNTS.contains(keyword)) {
            return count(value, path);
        }
        switch (keyword) {
            case "type" -> types(value, path);
            case "enum" -> list(value, path);
            case "required" -> names(value, path);
            case "pattern" -> EcmaPattern.compile(text(value, path));
            case "uniqueItems" -> {
                if (!(value instanceof Boolean)) {
                    throw wrong(path, "is neither true nor false");
                }
            }
            case "dependentRequired" -> {
                for (Map.Entry<?, ?> entry : object(value, path).entrySet()) {
                    names(entry.getValue(), path + "." + entry.getKey());
                }
            }
            default -> {
                // An annotation, or a keyword that JSON Schema does not know and so passes over.
            }
        }
        return value;
    }

    static Map<?, ?> object(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw wrong(path, "is not an object");
    }

    static List<?> list(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof List<?> items) {
            return items;
        }
        throw wrong(path, "is not a list");
    }

    static String text(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(path, "is not a string");
    }

    static List<?> names(@Nullable Object value, String path) throws UnusableSchemaException {
        List<?> names = list(value, path);
        for (Object name : names) {
            text(name, path);
        }
        return names;
    }

    private static void types(@Nullable Object value, String path) throws UnusableSchemaException {
        List<?> types = value instanceof List<?> several ? several : List.of(String.valueOf(value));
        for (Object type : types) {
            if (!(type instanceof String name) || !TYPES.contains(name)) {
                throw wrong(path, "is no type that JSON Schema knows");
            }
        }
    }

    static BigDecimal number(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof BigDecimal number
                && Math.abs((long) number.scale()) <= MAX_SCALE
                && number.abs().compareTo(LARGEST) <= 0) {
            return number;
        }
        throw wrong(path, "is not a usable number");
    }

    private static Long count(@Nullable Object value, String path) throws UnusableSchemaException {
        BigDecimal number = number(value, path);
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            throw wrong(path, "is not a whole number from 0 on");
        }
        return number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValue();
    }

    static UnusableSchemaException wrong(String path, String problem) {
        String place = path.length() > 100 ? path.substring(0, 100) + "…" : path;
        return new UnusableSchemaException("its " + place + " " + problem);
    }
}
