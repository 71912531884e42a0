package io.github.qlikconnections.testkit.internal.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Formats timestamps as ISO 8601 in UTC, with the fraction digits of real responses. */
public final class Timestamps {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HUNDREDTHS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static String millis(Instant instant) {
        return MILLIS.format(instant);
    }

    /** Returns a timestamp with two fraction digits, as in responses to creations. */
    public static String hundredths(Instant instant) {
        return HUNDREDTHS.format(instant);
    }
}
