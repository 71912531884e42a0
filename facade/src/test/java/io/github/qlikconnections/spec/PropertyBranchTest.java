package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.validation.SpecFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyBranchTest {

    private final ConnectionSpec modes = SpecFixtures.spec("""
            {"properties": {"mode": {"enum": ["tls", "plain"], "default": "plain"}},
             "oneOf": [
               {"properties": {"mode": {"const": "tls"}, "port": {"type": "integer", "default": 443},
                               "level": {"enum": ["high", "top"]}}, "required": ["mode", "port"]},
               {"properties": {"mode": {"const": "plain"}, "port": {"type": "integer", "default": 80},
                               "level": {"enum": ["low", "high"]}}}]}""");

    @Test
    void propertyHasTheAllowedValuesOfAllBranches() {
        PropertySpec level = modes.property("level").orElseThrow();

        assertThat(level.allowedValues()).containsExactly("high", "top", "low");
        assertThat(level.type()).isEqualTo(PropertyType.STRING);
        assertThat(level.branches())
                .extracting(branch -> branch + ": " + branch.allowedValues())
                .containsExactly("when mode is \"tls\": [high, top]", "when mode is \"plain\": [low, high]");
    }

    @Test
    void valuesAreNotLimitedIfOneBranchAcceptsAny() {
        ConnectionSpec spec = SpecFixtures.spec(
                "{\"oneOf\": [{\"properties\": {\"p\": {\"enum\": [1]}}}, {\"properties\": {\"p\": {\"type\": \"integer\"}}}]}");

        assertThat(spec.property("p").orElseThrow().allowedValues()).isEmpty();
        assertThat(spec.property("p").orElseThrow().type()).isEqualTo(PropertyType.INTEGER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'if': {'required': ['x']}, 'then': {'properties': {'level': {'enum': ['a']}}} | []",
                "'dependentSchemas': {'x': {'properties': {'level': {'enum': ['a']}}}} | []",
                "'oneOf': [{'properties': {'level': {'enum': ['a']}}}, {'required': ['x']}] | []",
                "'oneOf': [{'properties': {'level': {'enum': ['a']}}}, {'properties': {'level': {'minLength': 3}}}] | []",
                "'anyOf': [{'properties': {'level': {'enum': ['b', 'a']}}}, {'properties': {'level': {'const': 'c'}}}] | [b, a, c]",
                "'allOf': [{'oneOf': [{'properties': {'level': {'const': 'a'}}}, {'$ref': '#/$defs/b'}]}], '$defs': {'b': {'properties': {'level': {'const': 'b'}}}} | [a, b]"
            })
    void valuesAreLimitedOnlyIfEveryAlternativeListsSome(String keywords, String allowed) {
        ConnectionSpec spec = SpecFixtures.spec(
                ("{'properties': {'level': {'type': 'string'}, 'x': {}}, " + keywords + "}").replace('\'', '"'));

        assertThat(spec.property("level").orElseThrow().allowedValues()).hasToString(allowed);
    }

    @Test
    void valuesOfAConditionAreDescribedWithTheCondition() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"mode": {}, "level": {"type": "string"}},
                 "if": {"properties": {"mode": {"const": "tls"}}, "required": ["mode"]},
                 "then": {"properties": {"level": {"enum": ["high"]}}}}""");

        assertThat(spec.describe()).contains("when mode is \"tls\": allowed \"high\"");
    }

    @Test
    void nullIsNoAllowedValue() {
        ConnectionSpec spec = SpecFixtures.properties("""
                "a": {"anyOf": [{"enum": ["x", null]}, {"type": "null"}]}, "b": {"oneOf": [{"const": "y"}, {"const": null}]},
                "c": {"anyOf": [{"type": ["null"]}, {"const": 1}]}, "d": {"anyOf": [{"const": 1}, {"type": "string"}]}""");

        assertThat(spec.properties()).extracting(PropertySpec::allowedValues).hasToString("[[x], [y], [1], []]");
    }

    @Test
    void alternativesWithoutFixedValuesAreNamedByWhatTheyRequire() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"oneOf": [{"required": ["cert"], "properties": {"port": {"default": 443}}},
                           {"required": ["user", "word"], "properties": {"port": {"default": 80}}},
                           {"properties": {"port": {"default": 90}}}]}""");

        assertThat(spec.property("port").orElseThrow().branches())
                .extracting(PropertyBranch::condition)
                .containsExactly(
                        "cert is given",
                        "user is given and word is given",
                        "another condition of the specification holds");
        assertThat(spec.describe()).contains("when cert is given: default 443");
        assertThat(spec.property("cert").orElseThrow().requiredWhen()).contains("none of its alternatives is given");
    }

    @Test
    void unconditionalKeywordsTakePrecedenceOverBranches() {
        assertThat(modes.property("mode").orElseThrow().allowedValues()).containsExactly("tls", "plain");
        assertThat(modes.property("mode").orElseThrow().defaultValue()).contains("plain");
    }

    @Test
    void propertyWithSeveralDefaultsHasNoSingleDefault() {
        assertThat(modes.property("port").orElseThrow().defaultValue()).isEmpty();
        assertThat(modes.property("port").orElseThrow().branches())
                .extracting(PropertyBranch::defaultValue)
                .extracting(value -> value.orElseThrow())
                .containsExactly(443L, 80L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"mode\": \"tls\"} | 443", "{\"mode\": \"plain\"} | 80", "{} | 80", "{\"mode\": \"other\"} | -"})
    void draftSelectsTheDefault(String draft, String expected) {
        assertThat(modes.defaultValue("port", SpecFixtures.draft(draft))
                        .map(Object::toString)
                        .orElse("-"))
                .isEqualTo(expected);
    }

    @Test
    void draftSelectsTheDefaultOfAConditionAndOfADependency() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"url": {}, "proxy": {}, "timeout": {"default": 5}},
                 "if": {"properties": {"url": {"pattern": "^https:"}}, "required": ["url"]},
                 "then": {"properties": {"port": {"default": 443}}}, "else": {"properties": {"port": {"default": 80}}},
                 "dependentSchemas": {"proxy": {"properties": {"proxyPort": {"default": 8080}}}}}""");

        assertThat(spec.defaultValue("port", SpecFixtures.draft("{\"url\": \"https://a\"}")))
                .contains(443L);
        assertThat(spec.defaultValue("port", SpecFixtures.draft("{\"url\": \"http://a\"}")))
                .contains(80L);
        assertThat(spec.defaultValue("proxyPort", SpecFixtures.draft("{\"proxy\": \"p\"}")))
                .contains(8080L);
        assertThat(spec.defaultValue("proxyPort", SpecFixtures.draft("{}"))).isEmpty();
        assertThat(spec.defaultValue("timeout", SpecFixtures.draft("{}"))).contains(5L);
        assertThat(spec.defaultValue("unknown", SpecFixtures.draft("{}"))).isEmpty();
    }

    @Test
    void definitionUsedInTwoBranchesIsReadInBoth() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"oneOf": [{"properties": {"mode": {"const": "a"}}, "allOf": [{"$ref": "#/$defs/common"}]},
                           {"properties": {"mode": {"const": "b"}}, "$ref": "#/$defs/common"}],
                 "$defs": {"common": {"properties": {"port": {"default": 1}}, "required": ["port"]}}}""");

        PropertySpec port = spec.property("port").orElseThrow();
        assertThat(port.defaultValue()).contains(1L);
        assertThat(port.branches())
                .extracting(PropertyBranch::condition)
                .containsExactly("mode is \"a\"", "mode is \"b\"");
        assertThat(port.requiredWhen()).contains("mode is \"a\", or mode is \"b\"");
    }

    @Test
    void defaultOfAnotherPropertySelectsTheBranch() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"mode": {"default": "plain"}},
                 "oneOf": [{"properties": {"mode": {"const": "tls"}, "port": {"default": 443}}, "required": ["mode"]},
                           {"properties": {"mode": {"const": "plain"}, "port": {"default": 80}}, "required": ["mode"]}]}""");

        assertThat(spec.defaultValue("port", SpecFixtures.draft("{}"))).contains(80L);
        assertThat(spec.defaultValue("port", SpecFixtures.draft("{\"mode\": \"tls\"}")))
                .contains(443L);
    }

    @Test
    void unconditionalDefaultTakesPrecedenceOverThatOfABranch() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"mode": {}, "port": {"default": 1}},
                 "if": {"required": ["mode"]}, "then": {"properties": {"port": {"default": 2}}}}""");

        assertThat(spec.defaultValue("port", SpecFixtures.draft("{\"mode\": 1}")))
                .contains(1L);
    }
}
