package io.github.qlikconnections.internal.http;

import java.time.Duration;

/** Formats durations for messages. */
public final class DurationFormatter {

    private DurationFormatter() {}

    /** Returns, for example, {@code 300 ms}, {@code 1500 ms} or {@code 30 s}. */
    public static String of(Duration time) {
        boolean precise = time.toSeconds() < 10 && time.toMillisPart() != 0;
        return precise ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
