package io.github.qlikconnections.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampParserTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00.91Z, 2026-11-23T10:00:00.910Z",
        "2026-11-23T10:00:00+0000, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00.5+0130, 2026-11-23T08:30:00.500Z",
        "2026-11-23T10:00:00-05:00, 2026-11-23T15:00:00Z",
        "2026-11-23T10:00:00+00, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00, 2026-11-23T10:00:00Z",
        "2026-11-23t10:00:00z, 2026-11-23T10:00:00Z",
        "2026-11-23 10:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23 10:00:00 +0200, 2026-11-23T08:00:00Z",
        "2026-11-23T10:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00+01:00[Europe/Paris], 2026-11-23T09:00:00Z"
    })
    void dateIsParsedWithAnyFractionAndOffset(String text, Instant date) {
        assertThat(TimestampParser.parse(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-02-30T10:00:00+0000",
                "2026-13-01T00:00:00Z",
                "2026-11-23",
                "2026-11-23T10:00:00+99"
            })
    void invalidDateIsReadAsMissing(String text) {
        assertThat(TimestampParser.parse(text)).isNull();
    }
}
