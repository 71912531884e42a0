package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parses the {@code Retry-After} header field (RFC 9110, section 10.2.3): a number of seconds or an HTTP date. */
final class RetryAfter {

    private static final int MAX_DIGITS = 9;

    /** Upper bound that still fits into nanoseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    private RetryAfter() {}

    /** Returns the requested wait, never negative, or null if the field is missing or unreadable. */
    static @Nullable Duration parse(@Nullable String field, Instant now) {
        if (field == null) {
            return null;
        }
        String text = field.strip();
        if (text.matches("[0-9]+")) {
            return text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
        }
        Instant date = HttpDates.parse(text);
        if (date == null) {
            return null;
        }
        Duration wait = Duration.between(now, date);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
