package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "13, 13", "' 7 ', 7", "99999999999999999999, 2147483647"})
    void secondsAreParsed(String field, long seconds) {
        assertThat(RetryAfter.parse(field, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 23 Nov 2026 10:00:42 GMT",
                "Monday, 23-Nov-26 10:00:42 GMT",
                "Mon Nov 23 10:00:42 2026",
                "Mon, 23 Nov 2026 12:00:42 +0200"
            })
    void httpDateIsParsedInEachOfItsForms(String field) {
        assertThat(RetryAfter.parse(field, NOW)).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void dayOfOneDigitIsParsed() {
        assertThat(RetryAfter.parse("Tue Dec  1 10:00:00 2026", NOW)).isEqualTo(Duration.ofDays(8));
    }

    @Test
    void dateInThePastIsZero() {
        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 09:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "soon", "-5", "1.5", "2026-11-23T10:00:00Z"})
    void invalidFieldIsReadAsMissing(String field) {
        assertThat(RetryAfter.parse(field, NOW)).isNull();
    }
}
