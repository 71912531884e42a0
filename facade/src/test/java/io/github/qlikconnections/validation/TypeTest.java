package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeTest {

    private static ValidationReport of(String type, String value) {
        return SpecFixtures.properties("\"p\": {\"type\": \"" + type + "\"}")
                .validate(SpecFixtures.draft("{\"p\": " + value + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean|\"true\"|true",
                "boolean|\"false\"|false",
                "boolean|\"False\"|false",
                "integer|\"443\"|443",
                "integer|\"-7\"|-7",
                "integer|\"4.0\"|4",
                "integer|\"1e3\"|1000",
                "integer|\"9223372036854775807\"|9223372036854775807",
                "number|\"4\"|4",
                "number|\"4.50\"|4.50",
                "number|\"-1.5E-3\"|-0.0015",
                "string|443|443",
                "string|4.50|4.50",
                "string|true|true"
            })
    void losslessConversionIsAppliedAndReported(String type, String given, String sent) {
        ValidationReport report = of(type, given);

        assertThat(report.isValid()).isTrue();
        assertThat(SpecFixtures.codes(report)).containsExactly("NORMALIZED p");
        assertThat(report.notes()).hasSize(1);
        assertThat(report.draft().properties().get("p")).asString().isEqualTo(sent);
        assertThat(report.draft().properties().get("p"))
                .isInstanceOf(
                        switch (type) {
                            case "boolean" -> Boolean.class;
                            case "string" -> String.class;
                            case "integer" -> Long.class;
                            default -> Number.class;
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean|\"yes\"|a boolean",
                "boolean|1|a boolean",
                "boolean|\"\"|a boolean",
                "integer|\"4.5\"|an integer",
                "integer|4.5|an integer",
                "integer|\"1e400\"|an integer",
                "integer|\"9223372036854775808\"|an integer",
                "integer|\"-9223372036854775809\"|an integer",
                "integer|\"0x10\"|an integer",
                "integer|\"007\"|an integer",
                "integer|\"+7\"|an integer",
                "integer|\"7 \"|an integer",
                "integer|true|an integer",
                "number|\"1e400\"|a number",
                "number|\"NaN\"|a number",
                "number|\"1,5\"|a number",
                "string|[1]|a string",
                "string|{}|a string",
                "array|\"x\"|a list",
                "object|\"x\"|an object"
            })
    void lossyConversionIsRejected(String type, String given, String expected) {
        ValidationReport report = of(type, given);

        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(ViolationCode.WRONG_TYPE);
            assertThat(error.path()).isEqualTo("p");
            assertThat(error.expected()).contains(expected);
        });
        assertThat(report.outcome()).isEqualTo(ValidationOutcome.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"integer, 1e400", "number, 1e400", "number, -1e400", "number, 1e-500", "integer, 1e999999999"})
    void numberBeyondTheRangeOfReceiversIsRejected(String type, String number) {
        assertThat(SpecFixtures.codes(of(type, number))).containsExactly("WRONG_TYPE p");
    }

    @Test
    void invalidValueIsQuoted() {
        assertThat(of("boolean", "\"yes\"").errors().get(0).problem()).isEqualTo("\"yes\" has the wrong type");
        assertThat(of("string", "[1, 2]").errors().get(0).problem()).isEqualTo("a list of 2 has the wrong type");
        assertThat(of("string", "{}").errors().get(0).problem()).isEqualTo("an object has the wrong type");
    }

    @Test
    void conversionIsDescribed() {
        assertThat(of("integer", "\"443\"").notes().get(0).message())
                .isEqualTo("p was given as a string and is sent as a number.");
        assertThat(of("string", "true").notes().get(0).message())
                .isEqualTo("p was given as a boolean and is sent as a string.");
    }

    @Test
    void givenDraftIsNotModified() {
        ConnectionDraft draft = SpecFixtures.draft("{\"p\": \"443\"}");
        ValidationReport report =
                SpecFixtures.properties("\"p\": {\"type\": \"integer\"}").validate(draft);

        assertThat(draft.properties()).containsEntry("p", "443");
        assertThat(report.draft()).isNotSameAs(draft);
        assertThat(SpecFixtures.properties("\"p\": {\"type\": \"string\"}")
                        .validate(draft)
                        .draft())
                .isSameAs(draft);
    }

    @Test
    void nestedValuesAreConverted() {
        ValidationReport report = SpecFixtures.properties("""
                "list": {"type": "array", "items": {"type": "object", "properties": {"on": {"type": "boolean"}}}},
                "tuple": {"prefixItems": [{"type": "string"}, {"type": "integer"}]},
                "map": {"additionalProperties": {"type": "number"}}""")
                .validate(
                        SpecFixtures.draft(
                                "{\"list\": [{\"on\": true}, {\"on\": \"false\"}], \"tuple\": [1, \"2\"], \"map\": {\"a/b\": \"1.5\"}}"));

        assertThat(SpecFixtures.codes(report))
                .containsExactly(
                        "NORMALIZED list[1].on", "NORMALIZED tuple[0]", "NORMALIZED tuple[1]", "NORMALIZED map.a/b");
        assertThat(report.draft().properties())
                .containsEntry("list", List.of(Map.of("on", true), Map.of("on", false)))
                .containsEntry("tuple", List.of("1", 2L))
                .containsEntry("map", Map.of("a/b", new BigDecimal("1.5")));
    }

    @Test
    void conversionPrecedesOtherRules() {
        String schema = """
                {"properties": {"encrypt": {"type": "boolean"}, "cert": {"type": "string"}, "port": {"type": "integer", "minimum": 100}},
                 "if": {"properties": {"encrypt": {"const": true}}, "required": ["encrypt"]}, "then": {"required": ["cert"]}}""";

        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"encrypt\": \"true\"}")))
                .containsExactly("NORMALIZED encrypt", "REQUIRED cert");
        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"port\": \"99\"}")))
                .containsExactly("NORMALIZED port", "RANGE port");
    }

    @Test
    void firstMatchingTypeIsUsed() {
        ValidationReport report = SpecFixtures.properties("\"p\": {\"type\": [\"integer\", \"boolean\", \"null\"]}")
                .validate(SpecFixtures.draft("{\"p\": \"true\"}"));

        assertThat(report.draft().properties()).containsEntry("p", true);
        assertThat(SpecFixtures.only("\"p\": {\"type\": [\"integer\", \"boolean\", \"null\"]}", "{\"p\": \"x\"}")
                        .expected())
                .contains("an integer or a boolean");
        assertThat(SpecFixtures.properties("\"p\": {\"anyOf\": [{\"type\": \"integer\"}, {\"type\": \"boolean\"}]}")
                        .validate(SpecFixtures.draft("{\"p\": \"7\"}"))
                        .draft()
                        .properties())
                .containsEntry("p", 7L);
    }

    @Test
    void typeViolationSuppressesOtherViolationsOfTheValue() {
        assertThat(SpecFixtures.codes(
                        SpecFixtures.properties("\"p\": {\"type\": \"integer\", \"enum\": [1, 2], \"minLength\": 9}")
                                .validate(SpecFixtures.draft("{\"p\": \"x\"}"))))
                .containsExactly("WRONG_TYPE p");
    }

    @Test
    void valuesWithinAValueOfTheWrongTypeAreNotReported() {
        assertThat(SpecFixtures.codes(SpecFixtures.properties(
                                "\"p\": {\"properties\": {\"q\": {\"maxLength\": 1}}, \"type\": \"array\"}")
                        .validate(SpecFixtures.draft("{\"p\": {\"q\": \"xy\"}}"))))
                .containsExactly("WRONG_TYPE p");
    }

    @Test
    void largestAndSmallestIntegersAreConverted() {
        for (long number : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(SpecFixtures.properties("\"p\": {\"type\": \"integer\"}")
                            .validate(SpecFixtures.draft("{\"p\": \"" + number + "\"}"))
                            .draft()
                            .properties())
                    .containsEntry("p", number);
        }
    }

    @Test
    void convertedSecretIsMasked() {
        ValidationReport report = SpecFixtures.properties(
                        "\"password\": {\"type\": \"string\"}, \"pin\": {\"type\": \"integer\"}")
                .validate(SpecFixtures.draft("{\"password\": 471147, \"pin\": \"1234\"}"));

        assertThat(report.isValid()).isTrue();
        assertThat(report.draft().properties())
                .containsEntry("password", Secret.of("471147"))
                .containsEntry("pin", Secret.of("1234").asJsonLiteral());
        assertThat(report.render()).doesNotContain("471147").doesNotContain("1234");
    }

    @Test
    void secretOfAWrongTypeIsMasked() {
        assertThat(SpecFixtures.only("\"pin\": {\"type\": \"integer\"}", "{\"pin\": \"hush\"}")
                        .problem())
                .isEqualTo("the value (not shown) has the wrong type");
    }

    @Test
    void omittedNullIsReported() {
        ValidationReport report = SpecFixtures.report(
                "{\"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {}}, \"required\": [\"b\"]}",
                "{\"a\": null, \"b\": [null]}");

        assertThat(report.isValid()).isTrue();
        assertThat(SpecFixtures.codes(report)).containsExactly("NORMALIZED a", "NORMALIZED b[0]");
        assertThat(report.notes())
                .allSatisfy(note -> assertThat(note.problem()).isEqualTo("was given as null and is omitted"));
        assertThat(SpecFixtures.codes(
                        SpecFixtures.report("{\"properties\": {\"b\": {}}, \"required\": [\"b\"]}", "{\"b\": null}")))
                .containsExactlyInAnyOrder("NORMALIZED b", "REQUIRED b");
    }
}
