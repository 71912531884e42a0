package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.internal.json.JsonReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretConditionFinderTest {

    private static Set<String> find(String schema) throws Exception {
        return SecretConditionFinder.find(
                (Map<?, ?>) JsonReader.read(schema.replace('\'', '"')), Set.of("password", "token"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'if': {'properties': {'mode': {'const': 'basic'}}}, 'then': {'required': ['password']}}",
                "{'if': {'required': ['mode']}, 'then': {'required': ['host', 'password']}}",
                "{'if': {'required': ['mode']}, 'then': {'properties': {'host': {}, 'password': {}}}}",
                "{'if': {'required': ['mode']}, 'else': {'required': ['password']}}",
                "{'if': {'required': ['mode']}, 'then': {'$ref': '#/$defs/x'}, '$defs': {'x': {'required': ['token']}}}",
                "{'dependentRequired': {'mode': ['host', 'password']}}",
                "{'dependentSchemas': {'mode': {'required': ['password']}}}",
                "{'oneOf': [{'properties': {'mode': {'const': 'basic'}, 'host': {'type': 'string'}}, 'required': ['password']}]}",
                "{'anyOf': [{'properties': {'mode': {'enum': ['a', 'b']}, 'host': true, 'password': {}}}]}",
                "{'oneOf': [{'allOf': [{'properties': {'mode': {'const': 'basic'}}}, {'required': ['password']}]}]}",
                "{'allOf': [{'dependentRequired': {'mode': ['token']}}]}"
            })
    void propertyThatDecidesWhetherASecretAppliesIsFound(String schema) throws Exception {
        assertThat(find(schema)).containsExactly("mode").isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'properties': {'mode': {}, 'password': {}}, 'required': ['password']}",
                "{'if': {'required': ['mode']}, 'then': {'required': ['host']}, 'else': {'properties': {'port': {}}}}",
                "{'dependentRequired': {'mode': ['host']}}",
                "{'dependentSchemas': {'mode': {'properties': {'host': {}}}}}",
                "{'oneOf': [{'properties': {'mode': {'const': 'none'}}}, {'required': ['password']}]}"
            })
    void propertyThatDecidesOnlyOnOtherPropertiesIsNotFound(String schema) throws Exception {
        assertThat(find(schema)).isEmpty();
    }

    @Test
    void secretThatRequiresAnotherSecretIsNotADecidingProperty() throws Exception {
        assertThat(find("{'dependentRequired': {'token': ['password'], 'user': ['password']}}"))
                .containsExactly("user");
    }
}
