package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
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

/** Compares a value of a draft with the one that the tenant returned, by the type that the specification declares. */
final class ValueComparison {

    /** What a comparison can find out. */
    enum Result {
        /** The same value, or a known equivalent spelling. */
        EQUAL,
        /** Nothing differs, but a secret within the value was not returned. */
        PARTLY_READABLE,
        /** Another value. */
        DIFFERENT;

        private Result and(Result other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private static final Set<String> HOST_NAMES = Set.of("host", "server");
    private static final Set<String> HOST_FORMATS = Set.of("hostname", "idn-hostname");
    private static final Set<String> URI_FORMATS = Set.of("uri", "iri", "url");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern MASK = Pattern.compile("[*\\u2022\\u25cf]{3,}|\\s*");

    private final Predicate<String> marked;

    /**
     * Creates a comparison.
     *
     * @param marked whether the specification marks the value at a JSON Pointer as secret
     */
    ValueComparison(Predicate<String> marked) {
        this.marked = marked;
    }

    /**
     * Compares a property.
     *
     * @param property what the specification declares, null if it declares nothing or cannot be used
     */
    Result compare(String name, @Nullable PropertySpec property, Object wanted, Object held) {
        if (wanted instanceof List<?> || wanted instanceof Map<?, ?>) {
            return structure(JsonPointers.child("", name), wanted, held);
        }
        if (held instanceof List<?> || held instanceof Map<?, ?>) {
            return Result.DIFFERENT;
        }
        PropertyType type = property == null ? PropertyType.ANY : property.type();
        String text = text(wanted);
        boolean equal = switch (type) {
            case STRING -> text.equals(text(held));
            case INTEGER, NUMBER -> sameNumber(text, held);
            case BOOLEAN -> text.equals(text(held)) || (isTruthValue(text) && text.equalsIgnoreCase(text(held)));
            default -> sameJson(wanted, held);
        };
        return equal || isEquivalent(name, property, text, text(held)) ? Result.EQUAL : Result.DIFFERENT;
    }

    /** Whether a value that was returned for a secret shows that it is withheld: blank, or nothing but a mask. */
    static boolean isWithheld(@Nullable Object held) {
        return held == null
                || (held instanceof String text && MASK.matcher(text).matches());
    }

    static boolean holdsSecret(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(ValueComparison::holdsSecret);
        }
        return value instanceof Secret
                || (value instanceof List<?> items && items.stream().anyMatch(ValueComparison::holdsSecret));
    }

    private static boolean isTruthValue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static boolean isEquivalent(String name, @Nullable PropertySpec property, String wanted, String held) {
        String lowerName = name.toLowerCase(Locale.ROOT);
        String format = property == null ? "" : property.format().orElse("");
        if ((HOST_NAMES.contains(lowerName) || HOST_FORMATS.contains(format)) && wanted.equalsIgnoreCase(held)) {
            return true;
        }
        if ((lowerName.equals("url") || URI_FORMATS.contains(format)) && UriNormalizer.equal(wanted, held)) {
            return true;
        }
        boolean base64 = property != null
                && property.contentEncoding().filter("base64"::equalsIgnoreCase).isPresent();
        return base64 && withoutWhitespace(wanted).equals(withoutWhitespace(held));
    }

    private static String withoutWhitespace(String text) {
        return text.replaceAll("\\s", "");
    }

    /** The text of a scalar as JSON writes it, a secret one included. */
    private static String text(@Nullable Object value) {
        return value instanceof Secret secret ? secret.reveal() : String.valueOf(value);
    }

    private static boolean sameNumber(String wanted, Object held) {
        String text = text(held).strip();
        if (!NUMBER.matcher(wanted).matches() || !NUMBER.matcher(text).matches()) {
            return wanted.equals(text);
        }
        return new BigDecimal(wanted).compareTo(new BigDecimal(text)) == 0;
    }

    /** Two numbers by size; a number or truth value and its exact text are equal; two texts only if they are the same text. */
    private static boolean sameJson(@Nullable Object wanted, @Nullable Object held) {
        if (isNumber(wanted) && isNumber(held)) {
            return sameNumber(text(wanted), Objects.requireNonNull(held));
        }
        boolean scalars =
                !(wanted instanceof List || wanted instanceof Map || held instanceof List || held instanceof Map);
        return scalars && text(wanted).equals(text(held));
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number;
    }

    private Result structure(String path, @Nullable Object wanted, @Nullable Object held) {
        if (wanted instanceof List<?> wantedItems && held instanceof List<?> heldItems) {
            return list(path, wantedItems, heldItems);
        }
        if (wanted instanceof Map<?, ?> wantedMembers && held instanceof Map<?, ?> heldMembers) {
            return members(path, wantedMembers, heldMembers);
        }
        return sameJson(wanted, held) ? Result.EQUAL : Result.DIFFERENT;
    }

    private Result list(String path, List<?> wanted, List<?> held) {
        if (wanted.size() != held.size()) {
            return Result.DIFFERENT;
        }
        Result result = Result.EQUAL;
        for (int i = 0; i < wanted.size(); i++) {
            result = result.and(item(path + "/" + i, wanted.get(i), held.get(i)));
        }
        return result;
    }

    private Result item(String path, @Nullable Object wanted, @Nullable Object held) {
        boolean secret = wanted instanceof Secret || marked.test(path);
        return secret && isWithheld(held) ? Result.PARTLY_READABLE : structure(path, wanted, held);
    }

    private Result members(String path, Map<?, ?> wanted, Map<?, ?> held) {
        Result result = Result.EQUAL;
        for (Map.Entry<?, ?> member : wanted.entrySet()) {
            String name = String.valueOf(member.getKey());
            String memberPath = JsonPointers.child(path, name);
            Object present = held.get(member.getKey());
            boolean secret = ListEntrySecrets.isSecretMember(wanted, name) || marked.test(memberPath);
            if (secret && isWithheld(present)) {
                result = result.and(Result.PARTLY_READABLE);
            } else if (present == null) {
                result = result.and(isNeutral(member.getValue()) ? Result.EQUAL : Result.DIFFERENT);
            } else {
                result = result.and(structure(memberPath, member.getValue(), present));
            }
        }
        for (Map.Entry<?, ?> member : held.entrySet()) {
            if (!wanted.containsKey(member.getKey()) && !isNeutral(member.getValue())) {
                result = Result.DIFFERENT;
            }
        }
        return result;
    }

    /** What a connector adds to an entry without a meaning of its own. */
    private static boolean isNeutral(@Nullable Object value) {
        return value == null
                || value.equals("")
                || "false".equals(String.valueOf(value).toLowerCase(Locale.ROOT));
    }
}
