package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.wire.WithheldValue;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares a value of a draft with the returned value according to the declared type of the property. */
final class ValueComparison {

    /** The result of a comparison. */
    enum Result {
        /** The values are the same, or equivalent spellings. */
        EQUAL,
        /** The readable parts are equal, but a secret in the value was not returned. */
        PARTLY_READABLE,
        /** The values differ. */
        DIFFERENT;

        private Result combine(Result other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private static final Set<String> HOST_NAMES = Set.of("host", "server");
    private static final Set<String> HOST_FORMATS = Set.of("hostname", "idn-hostname");
    private static final Set<String> URI_FORMATS = Set.of("uri", "iri", "url");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,399})(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4})?");

    private final Predicate<String> isMarkedSecret;

    /**
     * Creates a comparison.
     *
     * @param isMarkedSecret whether the specification marks the value at a JSON Pointer as secret
     */
    ValueComparison(Predicate<String> isMarkedSecret) {
        this.isMarkedSecret = isMarkedSecret;
    }

    /**
     * Compares the values of a property.
     *
     * @param property the specification of the property, null if it is not declared or the specification is not usable
     */
    Result compare(String name, @Nullable PropertySpec property, Object expected, Object actual) {
        if (expected instanceof List<?> || expected instanceof Map<?, ?>) {
            return compareStructure(JsonPointers.child("", name), expected, actual);
        }
        if (actual instanceof List<?> || actual instanceof Map<?, ?>) {
            return Result.DIFFERENT;
        }
        PropertyType type = property == null ? PropertyType.ANY : property.type();
        String text = toText(expected);
        boolean isEqual = switch (type) {
            case STRING -> text.equals(toText(actual));
            case INTEGER, NUMBER -> isSameNumber(text, actual);
            case BOOLEAN -> text.equals(toText(actual)) || (isBoolean(text) && text.equalsIgnoreCase(toText(actual)));
            default -> isSameJson(expected, actual);
        };
        return isEqual || isEquivalent(name, property, text, toText(actual)) ? Result.EQUAL : Result.DIFFERENT;
    }

    static boolean hasSecret(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(ValueComparison::hasSecret);
        }
        return value instanceof Secret
                || (value instanceof List<?> items && items.stream().anyMatch(ValueComparison::hasSecret));
    }

    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static boolean isEquivalent(String name, @Nullable PropertySpec property, String expected, String actual) {
        String lowerName = name.toLowerCase(Locale.ROOT);
        String format = property == null ? "" : property.format().orElse("");
        if ((HOST_NAMES.contains(lowerName) || HOST_FORMATS.contains(format)) && expected.equalsIgnoreCase(actual)) {
            return true;
        }
        if ((lowerName.equals("url") || URI_FORMATS.contains(format)) && UriNormalizer.isEquivalent(expected, actual)) {
            return true;
        }
        boolean isBase64 = property != null
                && property.contentEncoding().filter("base64"::equalsIgnoreCase).isPresent();
        return isBase64 && removeWhitespace(expected).equals(removeWhitespace(actual));
    }

    private static String removeWhitespace(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Returns the JSON text of a scalar. Reveals a secret. */
    private static String toText(@Nullable Object value) {
        return value instanceof Secret secret ? secret.reveal() : String.valueOf(value);
    }

    private static boolean isSameNumber(String expected, Object actual) {
        String text = toText(actual).strip();
        if (!NUMBER.matcher(expected).matches() || !NUMBER.matcher(text).matches()) {
            return expected.equals(text);
        }
        return new BigDecimal(expected).compareTo(new BigDecimal(text)) == 0;
    }

    /** Compares numbers by value, a number or boolean with a string by its exact text, and strings by equality. */
    private static boolean isSameJson(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof List || expected instanceof Map || actual instanceof List || actual instanceof Map) {
            return false;
        }
        if (isNumber(expected) && isNumber(actual)) {
            return isSameNumber(toText(expected), Objects.requireNonNull(actual));
        }
        return toText(expected).equals(toText(actual))
                || ((isNumber(expected) || isNumber(actual)) && hasSameDigits(toText(expected), toText(actual)));
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || (value instanceof Secret secret && secret.isJsonLiteral());
    }

    /** Returns whether two strings are the same number with the same digits: 1e400 and 1E+400, but not 1.5 and 1.50. */
    private static boolean hasSameDigits(String one, String other) {
        if (!JSON_NUMBER.matcher(one).matches() || !JSON_NUMBER.matcher(other).matches()) {
            return false;
        }
        BigDecimal first = new BigDecimal(one);
        BigDecimal second = new BigDecimal(other);
        return first.scale() == second.scale() && first.unscaledValue().equals(second.unscaledValue());
    }

    private Result compareStructure(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof List<?> expectedItems && actual instanceof List<?> actualItems) {
            return compareLists(path, expectedItems, actualItems);
        }
        if (expected instanceof Map<?, ?> expectedMembers && actual instanceof Map<?, ?> actualMembers) {
            return compareMembers(path, expectedMembers, actualMembers);
        }
        return isSameJson(expected, actual) ? Result.EQUAL : Result.DIFFERENT;
    }

    private Result compareLists(String path, List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            return Result.DIFFERENT;
        }
        Result result = Result.EQUAL;
        for (int i = 0; i < expected.size(); i++) {
            result = result.combine(compareItem(path + "/" + i, expected.get(i), actual.get(i)));
        }
        return result;
    }

    private Result compareItem(String path, @Nullable Object expected, @Nullable Object actual) {
        boolean isSecret = expected instanceof Secret || isMarkedSecret.test(path);
        return isSecret && WithheldValue.isWithheld(actual)
                ? Result.PARTLY_READABLE
                : compareStructure(path, expected, actual);
    }

    private Result compareMembers(String path, Map<?, ?> expected, Map<?, ?> actual) {
        Result result = Result.EQUAL;
        for (Map.Entry<?, ?> member : expected.entrySet()) {
            String name = String.valueOf(member.getKey());
            String memberPath = JsonPointers.child(path, name);
            Object actualMember = actual.get(member.getKey());
            boolean isSecret = ListEntrySecrets.isSecretMember(expected, name) || isMarkedSecret.test(memberPath);
            if (isSecret && WithheldValue.isWithheld(actualMember)) {
                result = result.combine(Result.PARTLY_READABLE);
            } else if (actualMember == null) {
                result = result.combine(isEmptyOrFalse(member.getValue()) ? Result.EQUAL : Result.DIFFERENT);
            } else {
                result = result.combine(compareStructure(memberPath, member.getValue(), actualMember));
            }
        }
        for (Map.Entry<?, ?> member : actual.entrySet()) {
            if (!expected.containsKey(member.getKey()) && !isEmptyOrFalse(member.getValue())) {
                result = Result.DIFFERENT;
            }
        }
        return result;
    }

    /** Returns whether a value is null, empty or false. Connectors add such members to entries without a change in meaning. */
    private static boolean isEmptyOrFalse(@Nullable Object value) {
        return value == null
                || value.equals("")
                || "false".equals(String.valueOf(value).toLowerCase(Locale.ROOT));
    }
}
