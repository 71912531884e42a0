package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Any header field is parsed to a delay that is not negative, or to null. */
class RetryAfterFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @FuzzTest(maxDuration = "10m")
    void everyFieldIsADelayOrNull(byte[] input) {
        Duration wait = RetryAfter.parse(new String(input, StandardCharsets.ISO_8859_1), NOW);
        if (wait != null) {
            assertThat(wait.isNegative()).isFalse();
            // The computations of the rate limiter must not overflow.
            assertThat(wait.toNanos()).isNotNegative();
        }
    }
}
