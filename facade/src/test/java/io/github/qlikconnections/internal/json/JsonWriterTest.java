package io.github.qlikconnections.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private static Map<String, Object> sample() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", Arrays.asList("x\"\n", true, null));
        value.put("a", 1);
        value.put("l", 2L);
        value.put("d", new BigDecimal("1.50"));
        value.put("e", new BigDecimal("1E+3"));
        return value;
    }

    @Test
    void prettyTextHasSeveralLinesInTheOrderOfMembers() {
        assertThat(JsonWriter.pretty(sample())).isEqualTo("""
            {
              "b" : [
                "x\\"\\n",
                true,
                null
              ],
              "a" : 1,
              "l" : 2,
              "d" : 1.50,
              "e" : 1000
            }\
            """);
    }

    @Test
    void equalValuesHaveEqualCanonicalTexts() {
        assertThat(JsonWriter.canonical(sample()))
                .isEqualTo("{\"a\":1,\"b\":[\"x\\\"\\n\",true,null],\"d\":1.5,\"e\":1000,\"l\":2}");
    }

    @Test
    void hugeNumberHasExponentNotation() {
        assertThat(JsonWriter.canonical(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(JsonWriter.pretty(new BigDecimal("1E-999999999"))).isEqualTo("1E-999999999");
    }

    @Test
    void secretsAndOtherTypesAreRejected() {
        assertThatThrownBy(() -> JsonWriter.pretty(List.of(Secret.of("hush"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("io.github.qlikconnections.auth.Secret is not a plain value");
    }
}
