package io.github.qlikconnections.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.qlikconnections.internal.http.ManualTiming;
import io.github.qlikconnections.internal.http.UnreadableResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any response of the token endpoint contains a token that is valid in a header field, or is rejected as unreadable. */
class TokenResponseFuzzTest {

    private final ManualTiming timing = new ManualTiming();

    @FuzzTest(maxDuration = "10m")
    void everyResponseIsATokenOrUnreadable(byte[] input) throws IOException {
        try {
            IssuedToken token = TokenEndpoint.read(new ByteArrayInputStream(input), timing);
            assertThat(token.token().reveal()).matches("[!-~]+");
            assertThat(token.isValid(timing.nanoTime())).isTrue();
        } catch (UnreadableResponseException e) {
            assertThat(e).hasNoCause();
        }
    }
}
