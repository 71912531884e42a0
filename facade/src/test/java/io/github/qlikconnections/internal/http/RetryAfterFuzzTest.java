package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Any header field is a wait that is not negative, or none. */
class RetryAfterFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @FuzzTest(maxDuration = "10m")
    void everyFieldIsAWaitOrNone(byte[] input) {
        Duration wait = RetryAfter.parse(new String(input, StandardCharsets.ISO_8859_1), NOW);
        if (wait != null) {
            assertThat(wait.isNegative()).isFalse();
            // What the rate limiter does with it must not overflow.
            assertThat(wait.toNanos()).isNotNegative();
        }
    }
}
