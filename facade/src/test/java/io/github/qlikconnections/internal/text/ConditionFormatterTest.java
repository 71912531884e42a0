package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                "{'properties': {'a': {'const': 1}, 'b': {'const': 2}}}|(a is 1 or not given) and (b is 2 or not"
                        + " given)|the following does not hold: (a is 1 or not given) and (b is 2 or not given)",
                "{'anyOf': [{'required': ['a']}, {'properties': {'b': {'const': 1}}}]}|a is given or b is 1 or not"
                        + " given|a is not given and b is not 1",
                "{'allOf': [{'required': ['a']}, {'required': ['b']}]}|a is given and b is given|a is not given or b"
                        + " is not given",
                "{'properties': {'a': {'minLength': 3}}}|a matches the specification or not given|a does not match the"
                        + " specification",
                "{'properties': {'a': {'const': 1}}, 'allOf': [{'required': ['b']}]}|(a is 1 or not given) and b is"
                        + " given|the following does not hold: (a is 1 or not given) and b is given",
                "{'anyOf': [{'required': ['a', 'b']}, {'required': ['c']}]}|(a is given and b is given) or c is given|(a"
                        + " is not given or b is not given) and c is not given",
                "{'allOf': [{'anyOf': [{'required': ['a']}, {'required': ['b']}]}, {'required': ['c']}]}|(a is given or b"
                        + " is given) and c is given|(a is not given and b is not given) or c is not given",
                "{'not': {'required': ['a', 'b']}, 'required': ['c']}|c is given and (a is not given or b is not"
                        + " given)|the following does not hold: c is given and (a is not given or b is not given)",
                "{'properties': {'a': {'required': ['b', 'c']}}}|(a.b is given and a.c is given) or not given|a.b is not"
                        + " given or a.c is not given",
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

        assertThat(ConditionFormatter.format(read)).hasToString(holds.replace('`', '"'));
        assertThat(ConditionFormatter.formatNegated(read)).hasToString(holdsNot.replace('`', '"'));
    }

    /** Combines the keywords with each other, to this depth. */
    private static List<Map<String, Object>> combinations(int depth) {
        List<Map<String, Object>> simple = List.of(
                Map.of("required", List.of("a", "b")),
                Map.of("properties", Map.of("c", Map.of("const", 1L))),
                Map.of("required", List.of("d")));
        if (depth == 0) {
            return simple;
        }
        List<Map<String, Object>> combined = new ArrayList<>(simple);
        for (Map<String, Object> inner : combinations(depth - 1)) {
            combined.add(Map.of("not", inner));
            combined.add(Map.of("$ref", inner));
            combined.add(Map.of("required", List.of("e"), "not", inner, "$ref", inner));
            combined.add(Map.of("properties", Map.of("f", inner)));
            for (Map<String, Object> other : simple) {
                combined.add(Map.of("allOf", List.of(inner, other)));
                combined.add(Map.of("anyOf", List.of(inner, other)));
                combined.add(Map.of("allOf", List.of(inner), "anyOf", List.of(other, inner)));
            }
        }
        return combined;
    }

    @Test
    void andAndOrAreNeverMixedWithoutParentheses() {
        for (Map<String, Object> schema : combinations(3)) {
            for (Condition condition :
                    List.of(ConditionFormatter.format(schema), ConditionFormatter.formatNegated(schema))) {
                assertThat(mixesOperators(condition))
                        .as("%s: %s", schema, condition)
                        .isFalse();
                Condition joined = Condition.allOf(List.of(condition, Condition.of("g is given")));
                assertThat(mixesOperators(joined)).as("%s: %s", schema, joined).isFalse();
            }
        }
    }

    /** Replaces the innermost parentheses one after the other, so that each level is checked by itself. */
    private static boolean mixesOperators(Condition condition) {
        String text = condition.text();
        while (true) {
            Matcher innermost = Pattern.compile("\\(([^()]*)\\)").matcher(text);
            String level = innermost.find() ? innermost.group(1) : text;
            if (level.contains(" and ") && level.contains(" or ")) {
                return true;
            }
            if (level.equals(text)) {
                return false;
            }
            text = innermost.replaceFirst("it holds");
        }
    }

    @Test
    void negationThatIsASentenceIsSetInParenthesesBesideOthers() {
        Map<String, Object> two = Map.of("allOf", List.of(Map.of("required", List.of("a"))), "required", List.of("b"));

        assertThat(Condition.allOf(List.of(ConditionFormatter.formatNegated(two), ConditionFormatter.formatGiven("c"))))
                .hasToString("(the following does not hold: b is given and a is given) and c is given");
    }

    @Test
    void conditionOnAGivenMemberDoesNotMentionItsAbsence() {
        assertThat(ConditionFormatter.format(Map.of("properties", Map.of("a", Map.of("const", 1L))), Set.of("a")))
                .hasToString("a is 1");
        assertThat(ConditionFormatter.formatFixedValues(Map.of("a", Map.of("const", 1L))))
                .hasToString("a is 1");
    }

    @Test
    void conditionNamesTheGivenMember() {
        assertThat(ConditionFormatter.formatGiven("a")).hasToString("a is given");
    }

    @Test
    void longConditionIsReplacedInAMessage() {
        assertThat(ConditionFormatter.limit(Condition.of("c".repeat(600)))).hasToString("c".repeat(600));
        assertThat(ConditionFormatter.limit(Condition.of("c".repeat(601)))).hasToString(UNKNOWN);
    }

    @Test
    void conditionThatIsTooLongIsUnknown() {
        assertThat(ConditionFormatter.format(Map.of("required", List.of("n".repeat(19_991)))))
                .asString()
                .hasSize(20_000);
        assertThat(ConditionFormatter.format(Map.of("required", List.of("n".repeat(19_992)))))
                .hasToString(UNKNOWN);
        assertThat(ConditionFormatter.formatFixedValues(Map.of("n".repeat(19_995), Map.of("const", 1L))))
                .asString()
                .hasSize(20_000);
        assertThat(ConditionFormatter.formatFixedValues(Map.of("n".repeat(19_996), Map.of("const", 1L))))
                .hasToString(UNKNOWN);
    }

    @Test
    void membersThatSelectABranchAreNamed() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("mode", Map.of("const", "basic"));
        properties.put("kind", Map.of("enum", List.of("a", "b")));
        properties.put("host", Map.of("type", "string"));

        assertThat(ConditionFormatter.formatDiscriminators(
                        properties, Map.of("mode", "basic", "kind", "b", "host", "db")))
                .hasToString("mode is \"basic\" and kind is \"a\" or \"b\"");
        assertThat(ConditionFormatter.formatDiscriminators(properties, Map.of("mode", "other", "kind", "c")))
                .isEqualTo(Condition.NONE);
        assertThat(ConditionFormatter.formatDiscriminators(
                        Map.of("n".repeat(595), Map.of("const", 1L)), Map.of("n".repeat(595), 1L)))
                .asString()
                .hasSize(600);
        assertThat(ConditionFormatter.formatDiscriminators(
                        Map.of("n".repeat(596), Map.of("const", 1L)), Map.of("n".repeat(596), 1L)))
                .isEqualTo(Condition.NONE);
    }

    @Test
    void inlinedReferenceIsNegatedLikeItsTarget() {
        Map<String, Object> one = Map.of("required", List.of("a"));
        Map<String, Object> two = Map.of("properties", Map.of("a", Map.of("const", 1L), "b", Map.of("const", 2L)));

        assertThat(ConditionFormatter.formatNegated(Map.of("$ref", one))).hasToString("a is not given");
        assertThat(ConditionFormatter.formatNegated(Map.of("$ref", two)))
                .asString()
                .startsWith("the following does not hold: ");
    }
}
