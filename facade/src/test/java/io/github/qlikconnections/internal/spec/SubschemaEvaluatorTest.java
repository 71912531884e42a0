package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubschemaEvaluatorTest {

    private static final Map<String, Object> NEEDS_HOST = Map.of("required", List.of("host"));

    private static boolean matches(Map<String, Object> root, Object part) {
        return new SubschemaEvaluator(root).matches(part, Map.of("host", "db"));
    }

    @Test
    void valuesAreEvaluatedAgainstTheSubschemaAlone() {
        Map<String, Object> root = Map.of("required", List.of("port"));

        assertThat(matches(root, NEEDS_HOST)).isTrue();
        assertThat(matches(root, Map.of("required", List.of("user")))).isFalse();
        assertThat(matches(root, true)).isTrue();
        assertThat(matches(root, false)).isFalse();
    }

    @Test
    void referenceToADefinitionOfTheRootIsFollowed() {
        Map<String, Object> root = Map.of("$defs", Map.of("d0", NEEDS_HOST, "d1", Map.of("maxProperties", 0L)));

        assertThat(matches(root, Map.of("$ref", "#/$defs/d0"))).isTrue();
        assertThat(matches(root, Map.of("$ref", "#/$defs/d1"))).isFalse();
    }

    @Test
    void subschemaThatCannotBeEvaluatedDoesNotMatch() {
        assertThat(matches(Map.of(), Map.of("$id", "http://[invalid"))).isFalse();
        assertThat(matches(Map.of(), Map.of("$ref", "#/$defs/none"))).isFalse();
    }
}
