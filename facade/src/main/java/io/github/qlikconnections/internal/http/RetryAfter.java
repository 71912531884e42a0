package io.github.qlikconnections.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Retry-After} header field (RFC 9110, section 10.2.3): a number of seconds or an HTTP date. */
final class RetryAfter {

    private static final int MAX_DIGITS = 9;

    /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    private static final List<DateTimeFormatter> OBSOLETE = List.of(
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));

    private RetryAfter() {}

    /** The wait that is asked for, never negative; empty when the field is missing or unreadable. */
    static Optional<Duration> parse(@Nullable String field, Instant now) {
        if (field == null || field.isBlank()) {
            return Optional.empty();
        }
        String text = field.strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
        }
        return date(text).map(then -> {
            Duration wait = Duration.between(now, then);
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        });
    }

    /** The form that servers send, or one of those that they used to and that must still be read (section 5.6.7). */
    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return OBSOLETE.stream()
                    .flatMap(form -> obsolete(form, text).stream())
                    .findFirst();
        }
    }

    private static Optional<Instant> obsolete(DateTimeFormatter form, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
