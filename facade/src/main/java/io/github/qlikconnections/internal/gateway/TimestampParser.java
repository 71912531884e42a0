package io.github.qlikconnections.internal.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the dates of the API, which are strings without a declared format. A date without an offset is in UTC. */
final class TimestampParser {

    private static final String TEMPLATE = "0000-00-00T00:00:00";
    private static final int SECONDS_END = TEMPLATE.length();

    /** Any fraction, an offset with or without a colon and minutes, a space instead of the T, letters in any case. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][XXX][XX][X]['['VV']']")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private TimestampParser() {}

    /** Returns the date, or null if the string is missing or not a date. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant result = parseUsualForm(text);
            if (result != null) {
                return result;
            }
            TemporalAccessor date = LENIENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return date instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : ((LocalDateTime) date).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Parses {@code 2026-11-23T10:00:00.123Z}, the form that the API sends, with any fraction, and returns null for other forms. The
     * formatter creates thirty objects for each date, and a list contains two dates for each connection.
     */
    private static @Nullable Instant parseUsualForm(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END || end > SECONDS_END + 10 || text.charAt(end) != 'Z') {
            return null;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < SECONDS_END ? TEMPLATE.charAt(i) : i == SECONDS_END ? '.' : '0';
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return null;
            }
        }
        int nanos = 0;
        if (end > SECONDS_END) {
            nanos = parseDigits(text, SECONDS_END + 1, end);
            for (int digits = end - SECONDS_END - 1; digits < 9; digits++) {
                nanos *= 10;
            }
        }
        int hour = ChronoField.HOUR_OF_DAY.checkValidIntValue(parseDigits(text, 11, 13));
        int minute = ChronoField.MINUTE_OF_HOUR.checkValidIntValue(parseDigits(text, 14, 16));
        int second = ChronoField.SECOND_OF_MINUTE.checkValidIntValue(parseDigits(text, 17, SECONDS_END));
        long day = LocalDate.of(parseDigits(text, 0, 4), parseDigits(text, 5, 7), parseDigits(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    /** Returns the value of these characters, which are known to be digits. */
    private static int parseDigits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
