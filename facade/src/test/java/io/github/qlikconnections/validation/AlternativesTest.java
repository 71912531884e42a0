package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {

    private static final String BY_MODE = """
            {"properties": {"mode": {"type": "string"}, "user": {"type": "string"}, "word": {"type": "string"}, "port": {}},
             "oneOf": [
               {"properties": {"mode": {"const": "basic"}, "port": {"type": "integer"}}, "required": ["mode", "user", "word"]},
               {"properties": {"mode": {"const": "none"}}, "required": ["mode"]},
               {"properties": {"mode": {"const": "named"}, "port": {"type": "string"}}, "required": ["mode", "user"]}]}""";

    @Test
    void branchesThatDoNotApplyAreNotReported() {
        assertThat(SpecFixtures.report(BY_MODE, "{\"mode\": \"none\"}").violations())
                .isEmpty();
    }

    @Test
    void bestMatchingBranchIsExplained() {
        assertThat(SpecFixtures.codes(SpecFixtures.report(BY_MODE, "{\"mode\": \"basic\", \"user\": \"ann\"}")))
                .containsExactly("REQUIRED word");
        assertThat(SpecFixtures.codes(SpecFixtures.report(BY_MODE, "{\"mode\": \"named\"}")))
                .containsExactly("REQUIRED user");
    }

    @Test
    void discriminatingValueIsNamed() {
        assertThat(SpecFixtures.report(BY_MODE, "{\"mode\": \"basic\", \"user\": \"ann\"}")
                        .errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when mode is \"basic\"");
    }

    @Test
    void propertyMissingInEveryBranchIsRequired() {
        assertThat(SpecFixtures.report(BY_MODE, "{\"user\": \"ann\"}").errors())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .isEqualTo("mode is required; expected one of \"basic\", \"none\", \"named\". Give a value for mode.");
    }

    @Test
    void valuesOfOneBranchAreNotExpectedUnlessItIsSelected() {
        String schema = """
                {"oneOf": [{"properties": {"kind": {"const": "A"}}, "required": ["kind"]},
                           {"properties": {"kind": {"const": "B"}, "port": {"type": "integer"}, "level": {"enum": ["x", "y"]}},
                            "required": ["kind", "level"]}]}""";

        assertThat(SpecFixtures.report(schema, "{\"port\": []}").errors())
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo("kind is required. Give a value for kind.");
        assertThat(SpecFixtures.report(schema, "{\"kind\": \"B\"}").errors())
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo(
                        "level is required when kind is \"B\"; expected one of \"x\", \"y\". Give a value for level.");
    }

    @Test
    void missingPropertyWithoutValuesInOneBranchHasNoExpectedValue() {
        assertThat(SpecFixtures.report(
                                "{\"oneOf\": [{\"properties\": {\"kind\": {\"const\": \"A\"}}, \"required\": [\"kind\"]},"
                                        + " {\"properties\": {\"kind\": {\"minLength\": 3}}, \"required\": [\"kind\"]}]}",
                                "{}")
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path()).isEqualTo("kind");
                    assertThat(error.expected()).isEmpty();
                });
    }

    @Test
    void typesAreTakenFromTheBestMatchingBranchOnly() {
        ValidationReport basic =
                SpecFixtures.report(BY_MODE, "{\"mode\": \"basic\", \"user\": \"a\", \"port\": \"1\"}");
        assertThat(SpecFixtures.codes(basic)).containsExactly("REQUIRED word", "NORMALIZED port");
        assertThat(basic.draft().properties()).containsEntry("port", 1L);

        ValidationReport named = SpecFixtures.report(BY_MODE, "{\"mode\": \"named\", \"port\": \"1\"}");
        assertThat(SpecFixtures.codes(named)).containsExactly("REQUIRED user");
        assertThat(named.draft().properties()).containsEntry("port", "1");
    }

    @Test
    void valuesOfAllBranchesAreListedEvenIfOneIsNull() {
        Violation violation = SpecFixtures.only(
                "\"p\": {\"anyOf\": [{\"enum\": [\"x\", null]}, {\"enum\": [\"y\"]}]}", "{\"p\": \"z\"}");

        assertThat(violation.code()).isEqualTo(ViolationCode.NOT_ALLOWED);
        assertThat(violation.expected()).contains("one of \"x\", null, \"y\"");
    }

    @Test
    void discriminatingValuesAreListedIfNoBranchIsSelected() {
        String schema = """
                {"properties": {"mode": {}}, "oneOf": [
                  {"properties": {"mode": {"const": "a"}}}, {"properties": {"mode": {"enum": ["b", "c"]}}}]}""";

        assertThat(SpecFixtures.report(schema, "{\"mode\": \"d\"}").errors())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .startsWith("mode \"d\" is not allowed; expected one of \"a\", \"b\", \"c\"");
    }

    @Test
    void propertiesOfWhichOneIsRequiredAreNamed() {
        String schema = """
                {"properties": {"word": {}, "cert": {}}, "anyOf": [{"required": ["word"]}, {"required": ["cert"]}]}""";

        assertThat(SpecFixtures.report(schema, "{\"cert\": 1}").violations()).isEmpty();
        assertThat(SpecFixtures.report(schema, "{}").errors())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .startsWith("word or one of its alternatives is required; expected one of word, cert."
                        + " Give a value for one of them.");
    }

    @Test
    void mutuallyExclusivePropertiesAreNamed() {
        String schema = """
                {"properties": {"word": {}, "cert": {}}, "oneOf": [{"required": ["word"]}, {"required": ["cert"]}]}""";

        assertThat(SpecFixtures.report(schema, "{\"word\": 1, \"cert\": 1}").errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(ViolationCode.NO_ALTERNATIVE);
                    assertThat(error.path()).isEqualTo("connectionProperties");
                    assertThat(error.message())
                            .startsWith("connectionProperties matches more than one of the alternatives;"
                                    + " expected exactly one of them. Give only one of word, cert.");
                });
    }

    @Test
    void typesOfAlternativesAreCombined() {
        Violation violation = SpecFixtures.only(
                "\"p\": {\"oneOf\": [{\"type\": \"integer\"}, {\"type\": \"array\"}]}", "{\"p\": {}}");

        assertThat(violation.code()).isEqualTo(ViolationCode.WRONG_TYPE);
        assertThat(violation.expected()).contains("an integer or a list");
    }

    @Test
    void eachListItemIsExplainedSeparately() {
        String properties = """
                "list": {"items": {"anyOf": [
                  {"properties": {"kind": {"const": "a"}, "n": {"minimum": 5}}},
                  {"properties": {"kind": {"const": "b"}, "n": {"maximum": 5}}}]}}""";

        assertThat(
                        SpecFixtures.codes(
                                SpecFixtures.properties(properties)
                                        .validate(
                                                SpecFixtures.draft(
                                                        "{\"list\": [{\"kind\": \"a\", \"n\": 1}, {\"kind\": \"b\", \"n\": 9}, {\"kind\": \"a\", \"n\": 6}]}"))))
                .containsExactly("RANGE list[0].n", "RANGE list[1].n");
    }

    @Test
    void nestedAlternativesAreExplained() {
        String schema = """
                {"properties": {"a": {}, "b": {}}, "oneOf": [
                  {"properties": {"a": {"const": 1}, "b": {"anyOf": [{"type": "string", "minLength": 3}, {"type": "boolean"}]}}},
                  {"properties": {"a": {"const": 2}}}]}""";

        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"a\": 1, \"b\": \"x\"}")))
                .containsExactly("LENGTH b");
    }

    @Test
    void failedAlternativesWithoutDetailsAreReported() {
        assertThat(SpecFixtures.only("\"p\": {\"anyOf\": [{\"not\": {}}, false]}", "{\"p\": 1}")
                        .code())
                .isIn(ViolationCode.SCHEMA, ViolationCode.NO_ALTERNATIVE);
    }

    @Test
    void contentOfANegationIsNotReported() {
        String schema = "{\"properties\": {\"a\": {}, \"b\": {}}, \"not\": {\"required\": [\"a\", \"b\"]}}";

        assertThat(SpecFixtures.report(schema, "{\"a\": 1}").violations()).isEmpty();
        assertThat(SpecFixtures.report(schema, "{\"a\": 1, \"b\": 1}").errors())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .startsWith(
                        "connectionProperties matches a rule that it must not match; expected not that a is given and b is given.");
    }

    private static final String LOGINS = """
            {"oneOf": [
               {"properties": {"kind": {"const": "PWD"}, "user": {}}, "required": ["kind", "user"]},
               {"properties": {"kind": {"const": "KEY"}, "file": {}}, "required": ["kind", "file"]},
               {"properties": {"kind": {"enum": ["NONE", "ANON"]}}, "required": ["kind"]}]}""";

    @Test
    void valueThatSelectsNoAlternativeIsComparedWithAll() {
        assertThat(SpecFixtures.report(LOGINS, "{\"kind\": \"PWDX\"}").errors())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(ViolationCode.NOT_ALLOWED);
                    assertThat(violation.path()).isEqualTo("kind");
                    assertThat(violation.expected()).contains("one of \"PWD\", \"KEY\", \"NONE\", \"ANON\"");
                    assertThat(violation.advice()).contains("Did you mean \"PWD\"?");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "auth", "pat", "authToken"})
    void valueThatChoosesNoAlternativeIsExplainedForEachName(String name) {
        assertThat(SpecFixtures.report(LOGINS.replace("kind", name), "{\"" + name + "\": \"PWDX\"}")
                        .errors())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.path()).isEqualTo(name);
                    assertThat(violation.expected()).contains("one of \"PWD\", \"KEY\", \"NONE\", \"ANON\"");
                    assertThat(violation.advice()).contains("Did you mean \"PWD\"?");
                });
    }

    @Test
    void valueThatSelectsAnAlternativeIsExplainedByIt() {
        assertThat(SpecFixtures.codes(SpecFixtures.report(LOGINS, "{\"kind\": \"KEY\"}")))
                .containsExactly("REQUIRED file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$ref\": \"#/$defs/key\"}", "{\"allOf\": [{\"$ref\": \"#/$defs/key\"}]}"})
    void valueThatSelectsAReferencedAlternativeIsNamed(String alternative) {
        String schema = """
                {"oneOf": [%s, {"properties": {"kind": {"const": "NONE"}}}],
                 "$defs": {"key": {"properties": {"kind": {"const": "KEY"}, "file": {}}, "required": ["kind", "file"]}}}""".formatted(alternative);

        assertThat(SpecFixtures.report(schema, "{\"kind\": \"KEY\"}").errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("is required when kind is \"KEY\"");
    }

    @Test
    void nestedValueThatSelectsNoAlternativeIsComparedWithAll() {
        assertThat(SpecFixtures.report(
                                "{\"properties\": {\"login\": " + LOGINS + "}, \"required\": []}",
                                "{\"login\": {\"kind\": \"kay\"}}")
                        .errors())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.path()).isEqualTo("login.kind");
                    assertThat(violation.advice()).contains("Did you mean \"KEY\"?");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'patternProperties': {'^x': {'maxLength': 2}}, 'additionalProperties': false} | {'xa': 'long'} | LENGTH xa",
                "{'allOf': [{'properties': {'xa': {'maxLength': 2}, 'xb': {}}}], 'unevaluatedProperties': false} | {'xa': 'long', 'xb': 1} | LENGTH xa",
                "{'properties': {'o': {'$ref': '#/$defs/o', 'unevaluatedProperties': false}}, '$defs': {'o': {'properties': {'a': {'type': 'integer'}, 'b': {}}}}} | {'o': {'a': [], 'b': 1}} | WRONG_TYPE o.a",
                "{'oneOf': [{'properties': {'a': {'maxLength': 2}}}], 'unevaluatedProperties': false} | {'a': 'long'} | LENGTH a"
            })
    void memberWithAnInvalidValueIsNotReportedAsUnknown(String schema, String draft, String expected) {
        assertThat(SpecFixtures.report(schema.replace('\'', '"'), draft.replace('\'', '"'))
                        .errors())
                .extracting(violation -> violation.code() + " " + violation.path())
                .containsExactly(expected);
    }

    @Test
    void unknownMemberIsReportedBesideAnInvalidOne() {
        assertThat(SpecFixtures.codes(SpecFixtures.report(
                        "{\"properties\": {\"o\": {\"properties\": {\"a\": {\"maxLength\": 2}}, \"additionalProperties\": false}}, \"required\": []}",
                        "{\"o\": {\"a\": \"long\", \"c\": 1}}")))
                .containsExactly("LENGTH o.a", "UNKNOWN_PROPERTY o.c");
    }
}
