package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advises how to change a value so that it has the expected format or type. */
final class ValueAdvice {

    private static final Map<String, String> EXAMPLES = Map.of(
            "date", "2026-11-27",
            "time", "10:30:00Z",
            "date-time", "2026-11-27T10:30:00Z",
            "email", "ann@example.com",
            "hostname", "db.example.com",
            "ipv4", "192.0.2.1",
            "ipv6", "2001:db8::1",
            "uri", "https://api.example.com/v1",
            "url", "https://api.example.com/v1",
            "uuid", "123e4567-e89b-12d3-a456-426614174000");

    /** A host with common additions: a scheme, a user, a port, an instance of SQL Server, a path, a final dot. */
    private static final Pattern AROUND_HOST =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]{0,30}://|//|tcp:)?(?:[^\\s@/]{1,100}@)?"
                    + "([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)([:,]\\d{1,5})?\\.?(?:[/?#\\\\].*)?\\s*");

    private static final Pattern AROUND_IPV6 = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]{0,30}://|//)?\\[([0-9A-Fa-f:.]{2,45})](:\\d{1,5})?(?:[/?#].*)?\\s*");
    private static final Pattern MISTYPED_SCHEME =
            Pattern.compile("(https?)(?::/?|//?)([A-Za-z][^\\s/]*\\.\\S*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("(?://)?[A-Za-z0-9._-]{1,253}(?::\\d{1,5})?(?:[/?#]\\S*)?");
    private static final Pattern AROUND_EMAIL =
            Pattern.compile("(?:mailto:|.{0,100}<)\\s*([^\\s<>@]{1,64}@[^\\s<>@]{1,253}?)>?\\s*");
    private static final Pattern GROUPED = Pattern.compile("([+-]?\\d{1,3}(?:[,.'_ \\u00a0\\u202f]\\d{3}){1,6})");
    private static final Pattern SURROUNDED =
            Pattern.compile("(?:[^\\d+-]{0,9}[^\\d\\p{L}+-])?([+-]?\\d{1,18})\\D{0,10}");
    private static final Pattern SPACED = Pattern.compile("\\s*([+-]?\\d{1,18})\\s*");

    private ValueAdvice() {}

    /** Returns an example of a format, empty if there is none. */
    static Optional<String> exampleOf(String format) {
        return Optional.ofNullable(EXAMPLES.get(format));
    }

    /** Advises how to change a string to a format, empty if there is no advice. */
    static Optional<String> forFormat(String format, String text) {
        return switch (format) {
            case "hostname", "idn-hostname", "ipv4" ->
                keepHost(AROUND_HOST, text).or(() -> forIpv6Address(text));
            case "ipv6" -> keepHost(AROUND_IPV6, text);
            case "email", "idn-email" -> keepOnly(AROUND_EMAIL, text, "the address");
            case "uri", "url" -> forUri(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> keepHost(Pattern pattern, String text) {
        return keepOnly(pattern, text, "the host").map(advice -> advice + portAdvice(pattern, text));
    }

    private static Optional<String> forIpv6Address(String text) {
        return AROUND_IPV6.matcher(text).matches()
                ? Optional.of("An IPv6 address is not possible here. Write the name of the host."
                        + portAdvice(AROUND_IPV6, text))
                : Optional.empty();
    }

    private static Optional<String> keepOnly(Pattern pattern, String text, String what) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && !matcher.group(1).equals(text)
                ? Optional.of("Write only " + what + ": " + MessageFormatter.quote(matcher.group(1)) + ".")
                : Optional.empty();
    }

    private static String portAdvice(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && matcher.group(2) != null
                ? " The port " + matcher.group(2).substring(1) + " belongs in a separate property."
                : "";
    }

    private static Optional<String> forUri(String text) {
        Matcher mistyped = MISTYPED_SCHEME.matcher(text);
        if (mistyped.matches()) {
            return Optional.of(
                    "Write it as " + MessageFormatter.quote(mistyped.group(1) + "://" + mistyped.group(2)) + ".");
        }
        if (WITHOUT_SCHEME.matcher(text).matches()) {
            String address = text.startsWith("//") ? text.substring(2) : text;
            return Optional.of("Add the scheme, for example " + MessageFormatter.quote("https://" + address) + ".");
        }
        if (text.chars().anyMatch(c -> c > 0x7E)) {
            return Optional.of(
                    "Encode characters outside of ASCII: in the host as punycode (xn--…), elsewhere as %XX.");
        }
        return text.strip().indexOf(' ') >= 0 ? Optional.of("Write each space as %20.") : Optional.empty();
    }

    /** Advises how to change a string to a number or boolean, empty if there is no advice. */
    static Optional<String> forType(String type, String text) {
        if (type.equals("integer") || type.equals("number")) {
            Matcher grouped = GROUPED.matcher(text.strip());
            Matcher spaced = SPACED.matcher(text);
            if (grouped.matches()) {
                return Optional.of(
                        "Write it without separators: " + grouped.group(1).replaceAll("[^0-9-]", "") + ".");
            }
            if (spaced.matches()) {
                return Optional.of("Write it as " + spaced.group(1).replace("+", "") + ".");
            }
            Matcher surrounded = SURROUNDED.matcher(text);
            return surrounded.matches()
                    ? Optional.of(
                            "Write only the number: " + surrounded.group(1).replace("+", "") + ".")
                    : Optional.empty();
        }
        if (type.equals("boolean")) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "yes", "on", "1", "y", "true" -> Optional.of("Write it as true.");
                case "no", "off", "0", "n", "false" -> Optional.of("Write it as false.");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
