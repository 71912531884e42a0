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

/** Reads the API's dates, which are strings without a declared format: any fraction, with or without an offset (then UTC). */
final class TimestampParser {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int SECONDS_END = SHAPE.length();

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

    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant usual = usual(text);
            if (usual != null) {
                return usual;
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
     * Reads {@code 2026-11-23T10:00:00.123Z}, the form that the API sends, with any fraction; null for every other form. A list
     * holds two dates for each connection, and the formatter makes thirty objects for each of them.
     */
    private static @Nullable Instant usual(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END || end > SECONDS_END + 10 || text.charAt(end) != 'Z') {
            return null;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < SECONDS_END ? SHAPE.charAt(i) : i == SECONDS_END ? '.' : '0';
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return null;
            }
        }
        int nanos = 0;
        if (end > SECONDS_END) {
            nanos = number(text, SECONDS_END + 1, end);
            for (int digits = end - SECONDS_END - 1; digits < 9; digits++) {
                nanos *= 10;
            }
        }
        int hour = ChronoField.HOUR_OF_DAY.checkValidIntValue(number(text, 11, 13));
        int minute = ChronoField.MINUTE_OF_HOUR.checkValidIntValue(number(text, 14, 16));
        int second = ChronoField.SECOND_OF_MINUTE.checkValidIntValue(number(text, 17, SECONDS_END));
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    /** The number that these digits are, which have been looked at before. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
