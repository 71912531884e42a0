package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceCycleDetectorTest {

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/$defs/" + name);
    }

    @Test
    void onlyTheDefinitionsOfACycleAreCyclic() {
        assertThat(ReferenceCycleDetector.findCyclic(Map.of(
                        "start",
                        reference("a"),
                        "a",
                        Map.of("allOf", List.of(true, reference("b"))),
                        "b",
                        Map.of("if", Map.of("not", reference("a"))),
                        "self",
                        reference("self"))))
                .containsExactlyInAnyOrder("a", "b", "self");
    }

    @Test
    void recursionForAMemberOrAnItemIsNoCycle() {
        assertThat(ReferenceCycleDetector.findCyclic(Map.of(
                        "tree", Map.of("properties", Map.of("left", reference("tree")), "items", reference("tree")))))
                .isEmpty();
    }
}
