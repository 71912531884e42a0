package io.github.qlikconnections.internal.configuration;

import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and checks the values of settings. A message never repeats a value, which may be a misplaced secret. */
final class SettingParsers {

    /** Upper bound of all durations, which still fits into nanoseconds. */
    private static final Duration MAX_DURATION = Duration.ofDays(365);

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    private SettingParsers() {}

    static Duration duration(String text) {
        Matcher simple = DURATION.matcher(text);
        try {
            return simple.matches()
                    ? Duration.of(Long.parseLong(simple.group(1)), UNITS.get(simple.group(2)))
                    : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("it must be a duration such as 500ms, 10s, 2m or PT1M30S.");
        }
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a whole number of at most " + Integer.MAX_VALUE + ".");
        }
    }

    static long longNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a whole number.");
        }
    }

    static ValidationPolicy validationPolicy(String text) {
        return switch (text) {
            case "strict" -> ValidationPolicy.strict();
            case "lenient" -> ValidationPolicy.lenient();
            default -> throw new IllegalArgumentException("it must be strict or lenient.");
        };
    }

    static String yearAndMonth(String version) {
        if (!version.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("apiVersion must be a year and a month such as 2026-11.");
        }
        return version;
    }

    static String caller(String caller) {
        if (!caller.matches("[!-~]{1,100}")) {
            throw new IllegalArgumentException("caller must be 1 to 100 printable ASCII characters without spaces.");
        }
        return caller;
    }

    static Duration positiveDuration(Duration time, String name) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, not " + time);
        }
        if (time.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at most " + MAX_DURATION.toDays() + " days, not " + time);
        }
        return time;
    }

    static long positive(long number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + number);
        }
        return number;
    }
}
