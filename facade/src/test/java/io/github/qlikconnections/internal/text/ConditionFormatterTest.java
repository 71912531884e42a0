package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionFormatterTest {

    private static final String UNKNOWN = "another condition of the specification holds";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'properties': {'a': {'const': 'x'}}}|a is `x` or not given|a is not `x`",
                "{'properties': {'a': {'const': 1}}, 'required': ['a'], 'type': 'object'}|a is 1|a is not 1",
                "{'properties': {'a': {'enum': ['x', 'y']}}}|a is `x` or `y` or not given|a is not `x` or `y`",
                "{'properties': {'a': {'not': {'const': 'x'}}}}|a is not `x` or not given|a is `x`",
                "{'properties': {'a': {'properties': {'b': {'const': true}}}}}|a.b is true or not given|a.b is not"
                        + " true",
                "{'required': ['a']}|a is given|a is not given",
                "{'not': {'required': ['a']}}|a is not given|a is given",
                "{'required': ['a', 'b']}|a is given and b is given|a is not given or b is not given",
                "{'properties': {'a': {'const': 1}, 'b': {'const': 2}}}|a is 1 (or not given) and b is 2 (or not"
                        + " given)|the following does not hold: a is 1 (or not given) and b is 2 (or not given)",
                "{'anyOf': [{'required': ['a']}, {'properties': {'b': {'const': 1}}}]}|a is given or b is 1 or not"
                        + " given|a is not given and b is not 1",
                "{'allOf': [{'required': ['a']}, {'required': ['b']}]}|a is given and b is given|a is not given or b"
                        + " is not given",
                "{'properties': {'a': {'minLength': 3}}}|a matches the specification or not given|a does not match the"
                        + " specification",
                "{'minProperties': 3}|another condition of the specification holds|another condition of the"
                        + " specification holds",
                "{}|another condition of the specification holds|another condition of the specification holds",
                "{'properties': {'a': {}}}|another condition of the specification holds|another condition of the"
                        + " specification holds",
                "true|another condition of the specification holds|another condition of the specification holds",
                "{'const': 1}|it is 1|it is not 1"
            })
    void conditionIsFormattedPositivelyAndNegatively(String schema, String holds, String holdsNot) throws Exception {
        Object read = JsonReader.read(schema.replace('\'', '"'));

        assertThat(ConditionFormatter.format(read)).isEqualTo(holds.replace('`', '"'));
        assertThat(ConditionFormatter.formatNegated(read)).isEqualTo(holdsNot.replace('`', '"'));
    }

    @Test
    void conditionOnAGivenMemberDoesNotMentionItsAbsence() {
        assertThat(ConditionFormatter.format(Map.of("properties", Map.of("a", Map.of("const", 1L))), Set.of("a")))
                .isEqualTo("a is 1");
        assertThat(ConditionFormatter.formatFixedValues(Map.of("a", Map.of("const", 1L))))
                .isEqualTo("a is 1");
    }

    @Test
    void conditionNamesTheGivenMember() {
        assertThat(ConditionFormatter.formatGiven("a")).isEqualTo("a is given");
    }

    @Test
    void longConditionIsReplacedInAMessage() {
        assertThat(ConditionFormatter.limit("c".repeat(600))).isEqualTo("c".repeat(600));
        assertThat(ConditionFormatter.limit("c".repeat(601))).isEqualTo(UNKNOWN);
    }

    @Test
    void conditionThatIsTooLongIsUnknown() {
        assertThat(ConditionFormatter.format(Map.of("required", List.of("n".repeat(19_991)))))
                .hasSize(20_000);
        assertThat(ConditionFormatter.format(Map.of("required", List.of("n".repeat(19_992)))))
                .isEqualTo(UNKNOWN);
        assertThat(ConditionFormatter.formatFixedValues(Map.of("n".repeat(19_995), Map.of("const", 1L))))
                .hasSize(20_000);
        assertThat(ConditionFormatter.formatFixedValues(Map.of("n".repeat(19_996), Map.of("const", 1L))))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void membersThatSelectABranchAreNamed() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("mode", Map.of("const", "basic"));
        properties.put("kind", Map.of("enum", List.of("a", "b")));
        properties.put("host", Map.of("type", "string"));

        assertThat(ConditionFormatter.formatDiscriminators(
                        properties, Map.of("mode", "basic", "kind", "b", "host", "db")))
                .isEqualTo("mode is \"basic\" and kind is \"a\" or \"b\"");
        assertThat(ConditionFormatter.formatDiscriminators(properties, Map.of("mode", "other", "kind", "c")))
                .isEmpty();
        assertThat(ConditionFormatter.formatDiscriminators(
                        Map.of("n".repeat(595), Map.of("const", 1L)), Map.of("n".repeat(595), 1L)))
                .hasSize(600);
        assertThat(ConditionFormatter.formatDiscriminators(
                        Map.of("n".repeat(596), Map.of("const", 1L)), Map.of("n".repeat(596), 1L)))
                .isEmpty();
    }

    @Test
    void inlinedReferenceIsNegatedLikeItsTarget() {
        Map<String, Object> one = Map.of("required", List.of("a"));
        Map<String, Object> two = Map.of("properties", Map.of("a", Map.of("const", 1L), "b", Map.of("const", 2L)));

        assertThat(ConditionFormatter.formatNegated(Map.of("$ref", one))).isEqualTo("a is not given");
        assertThat(ConditionFormatter.formatNegated(Map.of("$ref", two))).startsWith("the following does not hold: ");
    }
}
