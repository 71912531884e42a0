package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Specifications that can be evaluated only in part. The remaining rules apply. */
class PartialSpecificationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null|its schema is neither an object nor a boolean",
                "7|its schema is neither an object nor a boolean",
                "{\"type\": \"int\"}|its type is not a JSON Schema type",
                "{\"type\": \"String\"}|its type is not a JSON Schema type",
                "{\"type\": [\"string\", 7]}|its type is not a JSON Schema type",
                "{\"type\": []}|its type names no type",
                "{\"type\": 7}|its type is not a JSON Schema type",
                "{\"pattern\": \"(\"}|a regular expression in it is invalid",
                "{\"pattern\": \"(a)\\\\1\"}|back reference",
                "{\"pattern\": \"(?<=a)b\"}|look-behind",
                "{\"pattern\": \"^\\\\p{Emoji}$\"}|uses \\p{Emoji}, which is not supported here",
                "{\"pattern\": \"\\\\P{Script_Extensions=Greek}\"}|uses \\P{Script_Extensions=Greek}, which is not supported here",
                "{\"pattern\": 7}|its pattern is not a string",
                "{\"required\": \"true\"}|its required is not a list",
                "{\"$ref\": \"#/definitions/none\"}|a reference in it cannot be resolved",
                "{\"$ref\": \"http://example.test/other\"}|a reference in it cannot be resolved",
                "{\"$ref\": \"#none\"}|a reference in it cannot be resolved",
                "{\"$ref\": \"%\"}|not a URI",
                "{\"$ref\": 1}|its $ref is not a string",
                "{\"enum\": \"a\"}|its enum is not a list",
                "{\"minLength\": -1}|its minLength is not a non-negative integer",
                "{\"minLength\": 1.5}|its minLength is not a non-negative integer",
                "{\"minimum\": \"1\"}|its minimum is not a usable number",
                "{\"minimum\": 1e999}|its minimum is not a usable number",
                "{\"minimum\": 1e-999}|its minimum is not a usable number",
                "{\"exclusiveMinimum\": true}|its exclusiveMinimum is not a usable number",
                "{\"multipleOf\": 0}|its multipleOf is not greater than 0",
                "{\"multipleOf\": -2}|its multipleOf is not greater than 0",
                "{\"uniqueItems\": \"x\"}|its uniqueItems is not a boolean",
                "{\"items\": {\"properties\": {\"a\": {\"pattern\": \"[\"}}}}|a regular expression in it is invalid",
                "{\"$ref\": \"#/properties/p\"}|it contains a reference cycle",
                "{\"items\": {\"$ref\": \"#/definitions/circle\"}}|it contains a reference cycle",
                "{\"$ref\": \"#/definitions/broken\"}|a regular expression in it is invalid",
                "{\"items\": {\"$ref\": \"#/definitions/indirect\"}}|a regular expression in it is invalid"
            })
    void propertyThatCannotBeEvaluatedIsNotChecked(String schema, String reason) {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"p": %s, "port": {"type": "integer"}, "host": {"type": "string"}}, "required": ["host"],
                 "definitions": {"broken": {"pattern": "("}, "indirect": {"anyOf": [{"$ref": "#/definitions/broken"}]},
                   "circle": {"not": {"$ref": "#/definitions/back"}}, "back": {"allOf": [{"$ref": "#/definitions/circle"}]}}}""".formatted(schema));

        ValidationReport report = spec.validate(SpecFixtures.draft("{\"p\": [], \"port\": \"x\", \"hots\": \"db\"}"));

        assertThat(SpecFixtures.codes(report))
                .containsExactly("NOT_CHECKED p", "WRONG_TYPE port", "REQUIRED host", "UNKNOWN_PROPERTY hots");
        assertThat(report.notes().get(0).message())
                .startsWith("p is not checked: ")
                .contains(reason);
        assertThat(spec.isUsable()).isTrue();
        assertThat(spec.property("p").flatMap(PropertySpec::uncheckedReason).orElseThrow())
                .contains(reason);
        assertThat(spec.properties()).noneMatch(PropertySpec::isSecret);
        assertThat(report.uncheckedReason()).isEmpty();
    }

    @Test
    void absentPropertyCausesNoNote() {
        ConnectionSpec spec = SpecFixtures.spec("{\"properties\": {\"p\": {\"type\": \"int\"}}, \"required\": []}");

        assertThat(spec.validate(SpecFixtures.draft("{}")).violations()).isEmpty();
    }

    @Test
    void nullKeywordCountsAsAbsent() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"required": null, "allOf": null, "$schema": null, "additionalProperties": null, "oneOf": [], "anyOf": [null],
                 "properties": {"p": {"enum": null, "type": "string", "pattern": null, "items": null, "default": null,
                                      "properties": {"q": null}, "required": null, "$ref": null}},
                 "dependentRequired": {"p": ["host"]}}""");

        assertThat(SpecFixtures.codes(spec.validate(SpecFixtures.draft("{\"p\": []}"))))
                .containsExactly("WRONG_TYPE p", "REQUIRED host");
        assertThat(spec.validate(SpecFixtures.draft("{\"p\": \"a\", \"host\": \"db\"}"))
                        .isValid())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"type\": \"Object\"|its type is not a JSON Schema type",
                "\"required\": [7, \"host\"]|its required is not a string",
                "\"required\": \"p\"|its required is not a list",
                "\"allOf\": {}|its allOf is not a list",
                "\"allOf\": [{\"minProperties\": \"x\"}, {\"required\": [\"host\"]}]|its allOf[0].minProperties is not a usable number",
                "\"anyOf\": [{}, 7]|its anyOf[1] is neither an object nor a boolean",
                "\"oneOf\": [{\"properties\": {\"q\": {\"pattern\": \"(\"}}}]|a regular expression in it is invalid",
                "\"if\": {\"required\": 1}, \"then\": {\"properties\": {\"q\": {}}}|its if.required is not a list",
                "\"dependentRequired\": {\"p\": \"q\"}|its dependentRequired.p is not a list",
                "\"dependentRequired\": []|its dependentRequired is not an object",
                "\"dependencies\": []|its dependencies is not an object",
                "\"oneOf\": [{\"$ref\": \"#/definitions/broken\"}]|a regular expression in it is invalid",
                "\"patternProperties\": {\"[\": {}, \"^h\": {\"type\": \"string\"}}, \"additionalProperties\": false|a regular expression in it is invalid"
            })
    void ruleThatCannotBeEvaluatedLeavesTheOthers(String rule, String reason) {
        ConnectionSpec spec = SpecFixtures.spec("{\"properties\": {\"p\": {\"type\": \"integer\"}}, " + rule
                + ", \"definitions\": {\"broken\": {\"properties\": {\"q\": {\"pattern\": \"(\"}}}}}");

        ValidationReport report = spec.validate(SpecFixtures.draft("{\"p\": [], \"host\": \"db\"}"));

        assertThat(SpecFixtures.codes(report)).contains("NOT_CHECKED connectionProperties", "WRONG_TYPE p");
        assertThat(report.notes())
                .filteredOn(violation -> violation.code() == ViolationCode.NOT_CHECKED)
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .startsWith("connectionProperties are not checked by one rule: ")
                        .contains(reason));
        assertThat(report.outcome()).isEqualTo(ValidationOutcome.INVALID);
    }

    @Test
    void namesInsideAnUnevaluatedRuleAreKnown() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"properties": {"p": {}}, "unevaluatedProperties": false,
                 "oneOf": [{"properties": {"mode": {"const": "a"}, "key9": {"writeOnly": true, "pattern": "("}}},
                           {"properties": {"area": {"description": "An area."}}}]}""");

        ValidationReport report = spec.validate(
                SpecFixtures.draft("{\"p\": 1, \"mode\": \"a\", \"key9\": \"x\", \"area\": \"y\", \"hots\": 1}"));

        assertThat(SpecFixtures.codes(report))
                .containsExactly("NOT_CHECKED connectionProperties", "UNKNOWN_PROPERTY hots");
        assertThat(spec.property("key9").orElseThrow().isMarkedSecret()).isTrue();
        assertThat(spec.property("area").orElseThrow().description()).isEqualTo("An area.");
    }

    @Test
    void referenceFromTheRootIsEvaluatedInParts() {
        ConnectionSpec spec = SpecFixtures.spec("""
                {"$ref": "#/definitions/all", "definitions": {"all": {
                   "properties": {"p": {"type": "int"}, "port": {"type": "integer"}}, "required": ["port"]}}}""");

        assertThat(SpecFixtures.codes(spec.validate(SpecFixtures.draft("{\"p\": 1}"))))
                .containsExactly("NOT_CHECKED p", "REQUIRED port");
    }

    @Test
    void markAndDescriptionOfAnUncheckedPropertyAreKept() {
        PropertySpec zone = SpecFixtures.properties(
                        "\"zone\": {\"type\": \"text\", \"description\": \"A zone.\", \"items\": {\"writeOnly\": true}}")
                .property("zone")
                .orElseThrow();

        assertThat(zone.isSecret()).isTrue();
        assertThat(zone.description()).isEqualTo("A zone.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"host\": {\"type\": \"string\"}, \"port\": {\"type\": \"integer\"}}",
                "{\"type\": {\"description\": \"Kind.\"}, \"host\": {}, \"port\": {\"type\": \"integer\", \"required\": true}}",
                "{\"port\": {\"type\": \"integer\"}, \"host\": null}"
            })
    void propertiesWithoutAnEnclosingSchemaAreRead(String properties) {
        ConnectionSpec spec = SpecFixtures.spec(properties);

        assertThat(SpecFixtures.codes(
                        spec.validate(SpecFixtures.draft("{\"host\": \"db\", \"port\": \"x\", \"prot\": 1}"))))
                .contains("WRONG_TYPE port", "UNKNOWN_PROPERTY prot")
                .doesNotContain("UNKNOWN_PROPERTY host");
    }

    @Test
    void identifierThatIsNotAUriIsIgnored() {
        assertThat(SpecFixtures.codes(SpecFixtures.properties("\"p\": {\"$id\": \"http://[\", \"type\": \"integer\"}")
                        .validate(SpecFixtures.draft("{\"p\": []}"))))
                .containsExactly("WRONG_TYPE p");
    }
}
