package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceInlinerTest {

    private static final Map<String, Object> ZONE = Map.of("$ref", "#/$defs/zone");
    private static final Map<String, Object> INLINED = Map.of("$ref", Map.of("type", "string"));
    private static final Map<String, Object> ROOT = Map.of(
            "$defs",
            Map.of(
                    "zone",
                    Map.of("type", "string"),
                    "tree",
                    Map.of("properties", Map.of("left", Map.of("$ref", "#/$defs/tree")))));

    @Test
    void referenceIsReplacedByItsTargetEverywhere() {
        assertThat(ReferenceInliner.inline(ROOT, ZONE)).isEqualTo(INLINED);
        assertThat(ReferenceInliner.inline(ROOT, Map.of("allOf", List.of(ZONE, ZONE), "not", ZONE)))
                .isEqualTo(Map.of("allOf", List.of(INLINED, INLINED), "not", INLINED));
        assertThat(ReferenceInliner.inline(ROOT, true)).isEqualTo(true);
    }

    @Test
    void recursiveReferenceEndsInAnEmptySchema() {
        assertThat(ReferenceInliner.inline(ROOT, Map.of("$ref", "#/$defs/tree")))
                .isEqualTo(Map.of("$ref", Map.of("properties", Map.of("left", Map.of("$ref", Map.of())))));
    }

    /** Returns a copy of the reference that follows a number of other values. */
    private static Object inlinedAfter(int values) {
        Map<?, ?> schema = Map.of("anyOf", List.of(Collections.nCopies(values, 1), ZONE));
        return ((List<?>) ((Map<?, ?>) ReferenceInliner.inline(ROOT, schema)).get("anyOf")).get(1);
    }

    @Test
    void referencesBeyondTheLimitRemain() {
        assertThat(inlinedAfter(19_996)).isEqualTo(INLINED);
        assertThat(inlinedAfter(19_997)).isEqualTo(ZONE);
    }
}
