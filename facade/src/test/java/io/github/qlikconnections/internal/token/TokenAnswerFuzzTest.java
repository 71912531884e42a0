package io.github.qlikconnections.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.qlikconnections.internal.http.UnreadableAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;

/** Any answer of the token endpoint is a token that can stand in a header, or unreadable. */
class TokenAnswerFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @FuzzTest(maxDuration = "10m")
    void everyAnswerIsATokenOrUnreadable(byte[] input) throws IOException {
        try {
            IssuedToken token = TokenEndpoint.read(new ByteArrayInputStream(input), NOW);
            assertThat(token.token().reveal()).matches("[!-~]+");
            assertThat(token.lifetime() == null || token.lifetime().toNanos() > 0)
                    .isTrue();
        } catch (UnreadableAnswer e) {
            assertThat(e).hasNoCause();
        }
    }
}
