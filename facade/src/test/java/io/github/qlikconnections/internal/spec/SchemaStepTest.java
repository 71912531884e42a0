package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaStepTest {

    private static final Map<String, Object> ROOT = Map.of(
            "properties",
            Map.of("zone", Map.of("allOf", List.of(Map.of("$ref", "#/$defs/short")))),
            "$defs",
            Map.of("short", Map.of("not", Map.of("minLength", 3))));

    @Test
    void everyKeywordOnThePathIsAStep() {
        List<SchemaStep> steps = SchemaStep.pathTo(
                ROOT, new SchemaFailure("minLength", "/properties/zone/allOf/0/$ref/not/minLength", "/zone"));

        assertThat(steps)
                .extracting(step -> step.keyword() + " " + step.key() + " " + step.path())
                .containsExactly(
                        "properties zone /properties",
                        "allOf 0 /properties/zone/allOf",
                        "$ref  /properties/zone/allOf/0/$ref",
                        "not  /properties/zone/allOf/0/$ref/not",
                        "minLength  /properties/zone/allOf/0/$ref/not/minLength");
        assertThat(steps.get(4).value()).isEqualTo(3);
        assertThat(steps.get(4).owner()).isEqualTo(Map.of("minLength", 3));
    }
}
