package io.github.qlikconnections.internal.spec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates the syntax of JSON Schema keywords. An engine ignores a keyword whose value has the wrong type. */
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

    /** Returns the value of a keyword without subschemas in the form that an engine reads. */
    static @Nullable Object validate(String keyword, @Nullable Object value, String path)
            throws UnusableSchemaException {
        if (NUMBERS.contains(keyword) || isExclusiveBound(keyword)) {
            BigDecimal number = requireNumber(value, path);
            if (keyword.equals("multipleOf") && number.signum() <= 0) {
                throw invalidKeyword(path, "is not greater than 0");
            }
            return number;
        }
        if (COUNTS.contains(keyword)) {
            return requireCount(value, path);
        }
        switch (keyword) {
            case "type" -> requireTypes(value, path);
            case "enum" -> requireArray(value, path);
            case "required" -> requireStrings(value, path);
            case "pattern" -> EcmaPattern.compile(requireString(value, path));
            case "uniqueItems" -> {
                if (!(value instanceof Boolean)) {
                    throw invalidKeyword(path, "is not a boolean");
                }
            }
            case "dependentRequired" -> {
                for (Map.Entry<?, ?> entry : requireObject(value, path).entrySet()) {
                    requireStrings(entry.getValue(), path + "." + entry.getKey());
                }
            }
            default -> {
                // An annotation or an unknown keyword, which JSON Schema ignores.
            }
        }
        return value;
    }

    static Map<?, ?> requireObject(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw invalidKeyword(path, "is not an object");
    }

    static List<?> requireArray(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof List<?> items) {
            return items;
        }
        throw invalidKeyword(path, "is not a list");
    }

    static String requireString(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof String text) {
            return text;
        }
        throw invalidKeyword(path, "is not a string");
    }

    static List<?> requireStrings(@Nullable Object value, String path) throws UnusableSchemaException {
        List<?> names = requireArray(value, path);
        for (Object name : names) {
            requireString(name, path);
        }
        return names;
    }

    private static void requireTypes(@Nullable Object value, String path) throws UnusableSchemaException {
        List<?> types = value instanceof List<?> several ? several : List.of(String.valueOf(value));
        if (types.isEmpty()) {
            throw invalidKeyword(path, "names no type");
        }
        for (Object type : types) {
            if (!(type instanceof String name) || !TYPES.contains(name)) {
                throw invalidKeyword(path, "is not a JSON Schema type");
            }
        }
    }

    static BigDecimal requireNumber(@Nullable Object value, String path) throws UnusableSchemaException {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof BigDecimal number
                && Math.abs((long) number.scale()) <= MAX_SCALE
                && number.abs().compareTo(LARGEST) <= 0) {
            return number;
        }
        throw invalidKeyword(path, "is not a usable number");
    }

    private static Long requireCount(@Nullable Object value, String path) throws UnusableSchemaException {
        BigDecimal number = requireNumber(value, path);
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            throw invalidKeyword(path, "is not a non-negative integer");
        }
        return number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValue();
    }

    static UnusableSchemaException invalidKeyword(String path, String problem) {
        String place = path.length() > 100 ? path.substring(0, 100) + "…" : path;
        return new UnusableSchemaException("its " + place + " " + problem);
    }
}
