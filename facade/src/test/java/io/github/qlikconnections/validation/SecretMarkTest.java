package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMarkTest {

    private static final String LONG = "\"type\": \"string\", \"maxLength\": 3";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties': {'o': {'properties': {'zone': {MARK}}}}} | {'o': {'zone': 'MARKER'}}",
                "{'properties': {'o': {'items': {MARK}}}} | {'o': ['MARKER']}",
                "{'properties': {'o': {'prefixItems': [true, {MARK}]}}} | {'o': [1, 'MARKER']}",
                "{'properties': {'o': {'items': {'properties': {'zone': {MARK}}}}}} | {'o': [{'zone': 'MARKER'}]}",
                "{'properties': {'zone': {'anyOf': [{MARK}, {'type': 'null'}]}}} | {'zone': 'MARKER'}",
                "{'oneOf': [{'properties': {'zone': {MARK}}}, {'required': ['x']}]} | {'zone': 'MARKER'}",
                "{'if': {'required': ['a']}, 'then': {'properties': {'zone': {MARK}}}} | {'a': 1, 'zone': 'MARKER'}",
                "{'if': {'required': ['a']}, 'else': {'properties': {'zone': {MARK}}}} | {'zone': 'MARKER'}",
                "{'dependentSchemas': {'a': {'properties': {'zone': {MARK}}}}} | {'a': 1, 'zone': 'MARKER'}",
                "{'patternProperties': {'^z': {MARK}}} | {'zone': 'MARKER'}",
                "{'properties': {'a': {}}, 'additionalProperties': {MARK}} | {'zone': 'MARKER'}",
                "{'properties': {'o': {'additionalProperties': {MARK}}}} | {'o': {'any': 'MARKER'}}",
                "{'properties': {'zone': {'$ref': '#/definitions/z'}}, 'definitions': {'z': {MARK}}} | {'zone': 'MARKER'}",
                "{'properties': {'o': {'$ref': '#/$defs/z'}}, '$defs': {'z': {'items': {'$ref': '#/$defs/y'}}, 'y': {MARK}}} | {'o': ['MARKER']}"
            })
    void markedValueIsMaskedWhereverTheMarkIs(String schema, String draft) {
        for (String mark : new String[] {"\"writeOnly\": true", "\"format\": \"password\""}) {
            ValidationReport report = SpecFixtures.report(
                    schema.replace('\'', '"').replace("MARK", mark + ", " + LONG), draft.replace('\'', '"'));

            assertThat(report.errors()).isNotEmpty();
            assertThat(report.render() + report.toJson() + report.toMarkdown()).doesNotContain("MARKER");
        }
    }

    @Test
    void valueBesideAMarkedValueIsNotMasked() {
        assertThat(SpecFixtures.report("""
                        {"properties": {"o": {"properties": {
                           "zone": {"writeOnly": true}, "area": {"maxLength": 3}}}}}""", "{\"o\": {\"zone\": \"MARKER\", \"area\": \"north\"}}")
                        .render())
                .contains("\"north\" is too long")
                .doesNotContain("MARKER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"writeOnly\": true",
                "\"format\": \"password\"",
                "\"airbyte_secret\": true",
                "\"x-ms-secret\": true",
                "\"x-qlik-secret\": true",
                "\"x-encrypted\": true",
                "\"encrypted\": true",
                "\"isSensitive\": \"true\"",
                "\"x-is-credential\": true",
                "\"ui:widget\": \"password\"",
                "\"x-widget\": \"password\"",
                "\"ui:options\": {\"inputType\": \"password\"}",
                "\"ui\": {\"widget\": \"password\"}",
                "\"x-meta\": {\"secret\": true}",
                "\"$ref\": \"#/definitions/s\"",
                "\"allOf\": [{\"writeOnly\": true}]",
                "\"anyOf\": [{\"type\": \"null\"}, {\"x-secret\": true}]"
            })
    void markOfTheSchemaIsRecognized(String mark) {
        PropertySpec zone = zone(mark);

        assertThat(zone.isMarkedSecret()).isTrue();
        assertThat(zone.isSecret()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x-secret\": false",
                "\"caseSensitive\": true",
                "\"x-not-secret\": true",
                "\"unencrypted\": true",
                "\"ui:widget\": \"text\"",
                "\"default\": \"password\"",
                "\"title\": \"password\"",
                "\"readOnly\": true"
            })
    void otherKeywordIsNotAMark(String keyword) {
        assertThat(zone(keyword).isSecret()).isFalse();
    }

    private static PropertySpec zone(String keyword) {
        ConnectionSpec spec = SpecFixtures.spec("{\"properties\": {\"zone\": {" + keyword
                + "}}, \"definitions\": {\"s\": {\"format\": \"password\"}}}");
        return spec.property("zone").orElseThrow();
    }

    @Test
    void secretByNameIsNotMarked() {
        PropertySpec password = SpecFixtures.properties("\"password\": {\"type\": \"string\"}")
                .property("password")
                .orElseThrow();

        assertThat(password.isSecret()).isTrue();
        assertThat(password.isMarkedSecret()).isFalse();
    }

    @Test
    void propertyWithAMarkedMemberIsSecretButNotMarked() {
        PropertySpec options = SpecFixtures.properties(
                        "\"options\": {\"properties\": {\"zone\": {\"writeOnly\": true}}}")
                .property("options")
                .orElseThrow();

        assertThat(options.isSecret()).isTrue();
        assertThat(options.isMarkedSecret()).isFalse();
    }

    @Test
    void markOfAdditionalMembersDoesNotApplyToANamedMember() {
        ConnectionSpec spec =
                SpecFixtures.spec("{\"properties\": {\"zone\": {}}, \"additionalProperties\": {\"writeOnly\": true}}");

        assertThat(spec.property("zone").orElseThrow().isSecret()).isFalse();
        assertThat(spec.secretProperties(SpecFixtures.draft("{\"zone\": \"a\", \"other\": \"b\"}")))
                .containsExactly("other");
    }

    @Test
    void existingCredentialsConflictWithAMarkedMemberThatIsGiven() {
        ConnectionSpec spec = SpecFixtures.properties(
                "\"o\": {\"properties\": {\"zone\": {\"writeOnly\": true}}}, \"separateCredentials\": {\"type\": \"boolean\"}");
        String selected = "\"separateCredentials\": true, \"selectedCredentials\": \"c1\"";

        assertThat(SpecFixtures.codes(
                        spec.validate(SpecFixtures.draft("{" + selected + ", \"o\": {\"zone\": \"a\"}}"))))
                .containsExactly("SELECTED_WITH_SECRETS selectedCredentials");
        assertThat(SpecFixtures.codes(
                        spec.validate(SpecFixtures.draft("{" + selected + ", \"o\": {\"area\": \"a\"}}"))))
                .isEmpty();
    }
}
