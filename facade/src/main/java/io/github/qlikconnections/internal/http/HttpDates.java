package io.github.qlikconnections.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses HTTP dates in the three forms that a recipient must accept (RFC 9110, section 5.6.7). HttpClient's {@code DateUtils} does
 * not parse the asctime form.
 */
final class HttpDates {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            obsolete("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
            obsolete("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDates() {}

    private static DateTimeFormatter obsolete(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** Returns the date, or null if the string is not a date. */
    static @Nullable Instant parse(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return form.parse(text, Instant::from);
            } catch (DateTimeException e) {
                // Try the next form.
            }
        }
        return null;
    }
}
