package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** Any value is quoted as one JSON string as in RFC 7644, which parses to the original value. */
class ScimFilterFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @FuzzTest(maxDuration = "10m")
    void anyValueIsQuotedAsOneValue(byte[] input) throws JsonProcessingException {
        String value = new String(input, StandardCharsets.UTF_8);
        if (value.isBlank()) {
            assertThatThrownBy(() -> ScimFilter.equal(ScimFilter.Field.NAME, value))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        String expression = ScimFilter.equal(ScimFilter.Field.NAME, value).toString();
        assertThat(expression).startsWith("qName eq ");
        assertThat(JSON.readTree(expression.substring("qName eq ".length())).textValue())
                .isEqualTo(value);
    }
}
