package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.qlikconnections.model.ConnectionDraft;
import java.nio.charset.StandardCharsets;

/** Any specification can be read, printed and used to validate a draft. */
class ConnectionSpecFuzzTest {

    private static final ConnectionDraft DRAFT = ConnectionDraft.builder("rest", "n")
            .set("url", "https://x.example")
            .set("port", 443)
            .build();

    @FuzzTest(maxDuration = "10m")
    void anySpecificationIsReadAndUsable(byte[] input) {
        ConnectionSpec spec = ConnectionSpec.parse("rest", new String(input, StandardCharsets.UTF_8));
        assertThat(spec.describe()).isNotNull();
        assertThat(spec.validate(DRAFT).toString()).isNotEmpty();
    }
}
