package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.qlikconnections.error.MalformedDraftException;
import java.nio.charset.StandardCharsets;

/** Any string is parsed as a draft or rejected with the documented exception. */
class ConnectionDraftFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyStringIsParsedOrRejectedAsMalformed(byte[] input) {
        try {
            assertThat(ConnectionDraft.fromJson(new String(input, StandardCharsets.UTF_8))
                            .toString())
                    .isNotEmpty();
        } catch (MalformedDraftException e) {
            assertThat(e).hasMessageNotContaining("\u0000");
        }
    }
}
