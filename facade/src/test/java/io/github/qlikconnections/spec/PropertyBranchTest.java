package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.validation.SpecFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyBranchTest {

    private static final ConnectionSpec MODES = SpecFixtures.spec("""
            {"properties": {"mode": {"enum": ["tls", "plain"], "default": "plain"}},
             "oneOf": [
               {"properties": {"mode": {"const": "tls"}, "port": {"type": "integer", "default": 443},
                               "level": {"enum": ["high", "top"]}}, "required": ["mode", "port"]},
               {"properties": {"mode": {"const": "plain"}, "port": {"type": "integer", "default": 80},
                               "level": {"enum": ["low", "high"]}}}]}""");

    @Test
    void propertyHasTheAllowedValuesOfAllBranches() {
        PropertySpec level = MODES.property("level").orElseThrow();

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

    @Test
    void unconditionalKeywordsTakePrecedenceOverBranches() {
        assertThat(MODES.property("mode").orElseThrow().allowedValues()).containsExactly("tls", "plain");
        assertThat(MODES.property("mode").orElseThrow().defaultValue()).contains("plain");
    }

    @Test
    void propertyWithSeveralDefaultsHasNoSingleDefault() {
        assertThat(MODES.property("port").orElseThrow().defaultValue()).isEmpty();
        assertThat(MODES.property("port").orElseThrow().branches())
                .extracting(PropertyBranch::defaultValue)
                .extracting(value -> value.orElseThrow())
                .containsExactly(443L, 80L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"mode\": \"tls\"} | 443", "{\"mode\": \"plain\"} | 80", "{} | 80", "{\"mode\": \"other\"} | -"})
    void draftSelectsTheDefault(String draft, String expected) {
        assertThat(MODES.defaultValue("port", SpecFixtures.draft(draft))
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
}
