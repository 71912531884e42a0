package io.github.qlikconnections.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Retry-After} header field (RFC 9110, section 10.2.3): a number of seconds or an HTTP date. */
final class RetryAfter {

    private static final int MAX_DIGITS = 9;

    /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    /** The form that servers send, and those that they used to and that must still be read (section 5.6.7). */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            obsolete("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
            obsolete("EEE MMM ppd HH:mm:ss yyyy"));

    private RetryAfter() {}

    private static DateTimeFormatter obsolete(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** The wait that is asked for, never negative; null when the field is missing or unreadable. */
    static @Nullable Duration parse(@Nullable String field, Instant now) {
        if (field == null) {
            return null;
        }
        String text = field.strip();
        if (text.matches("[0-9]+")) {
            return text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
        }
        for (DateTimeFormatter form : DATES) {
            try {
                Duration wait = Duration.between(now, form.parse(text, Instant::from));
                return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
            } catch (DateTimeException e) {
                // Perhaps in the next form.
            }
        }
        return null;
    }
}
