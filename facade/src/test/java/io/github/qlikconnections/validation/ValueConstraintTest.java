package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueConstraintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "`minLength`: 3|`ab`|LENGTH|`ab` is too short; expected at least 3 characters",
                "`maxLength`: 3|`abcd`|LENGTH|`abcd` is too long with 4 characters; expected at most 3 characters",
                "`pattern`: `^[a-z]+$`|`A1`|PATTERN|`A1` does not match the required pattern; expected the pattern `^[a-z]+$`",
                "`format`: `uri`|`no uri`|FORMAT|`no uri` does not have the required format; expected the format `uri`, for example https://api.example.com/v1. Write each space as %20",
                "`minimum`: 5|4|RANGE|4 is too small; expected at least 5",
                "`exclusiveMinimum`: 5|5|RANGE|5 is too small; expected more than 5",
                "`maximum`: 5|6|RANGE|6 is too large; expected at most 5",
                "`exclusiveMaximum`: 5|5|RANGE|5 is too large; expected less than 5",
                "`multipleOf`: 0.5|0.75|RANGE|0.75 is not a valid multiple; expected a multiple of 0.5",
                "`minItems`: 2|[1]|ITEMS|has too few items; expected at least 2",
                "`maxItems`: 1|[1,2]|ITEMS|has too many items; expected at most 1",
                "`uniqueItems`: true|[1,2,1.0]|ITEMS|has the same item more than once; expected each item once",
                "`contains`: {`const`: 1}|[2]|ITEMS|does not contain a required item; expected an item as the specification describes",
                "`contains`: {`const`: 1}, `maxContains`: 1|[1,1]|ITEMS|has too many items of one kind; expected at most 1 of them",
                "`contains`: {`const`: 1}, `minContains`: 2|[1]|ITEMS|does not contain a required item; expected an item as the specification describes",
                "`minProperties`: 1|{}|MEMBERS|has too few members; expected at least 1",
                "`maxProperties`: 1|{`a`:1,`b`:2}|MEMBERS|has too many members; expected at most 1",
                "`not`: {`const`: `x`}|`x`|SCHEMA|`x` matches a rule that it must not match; expected not that it is `x`"
            })
    void violationNamesTheRuleTheValueAndTheExpectation(String rule, String value, String code, String message) {
        Violation violation = SpecFixtures.only(
                "\"p\": {" + rule.replace('`', '"') + "}", "{\"p\": " + value.replace('`', '"') + "}");

        assertThat(violation.code()).hasToString(code);
        assertThat(violation.message()).isEqualTo("p " + message.replace('`', '"') + ".");
    }

    @Test
    void severalViolationsOfOneCodeAreAllReported() {
        assertThat(SpecFixtures.properties(
                                "\"p\": {\"uniqueItems\": true, \"maxItems\": 1}, \"q\": {\"minimum\": 5, \"multipleOf\": 3}")
                        .validate(SpecFixtures.draft("{\"p\": [1, 1], \"q\": 2}"))
                        .errors())
                .extracting(violation -> violation.path() + " " + violation.problem())
                .containsExactly(
                        "p has the same item more than once",
                        "p has too many items",
                        "q 2 is too small",
                        "q 2 is not a valid multiple");
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(SpecFixtures.properties("\"p\": {\"maxLength\": 2}")
                        .validate(SpecFixtures.draft("{\"p\": \"😀ü\"}"))
                        .violations())
                .isEmpty();
    }

    @Test
    void nestedValuesAreChecked() {
        ValidationReport report = SpecFixtures.properties("""
                "headers": {"type": "array", "items": {"properties": {"note": {"maxLength": 2}}}},
                "pair": {"prefixItems": [{"type": "string"}, {"minimum": 3}], "items": false},
                "older": {"items": [{"maximum": 1}], "additionalItems": {"maximum": 2}}""")
                .validate(
                        SpecFixtures.draft(
                                "{\"headers\": [{\"note\": \"a\"}, {\"note\": \"abc\"}], \"pair\": [\"x\", 2, 3], \"older\": [2, 3]}"));

        assertThat(SpecFixtures.codes(report))
                .containsExactly(
                        "LENGTH headers[1].note",
                        "RANGE pair[1]",
                        "SCHEMA pair[2]",
                        "RANGE older[0]",
                        "RANGE older[1]");
        assertThat(report.errors().get(2).message()).startsWith("pair[2] must not be given. Remove it.");
    }

    @Test
    void conditionallyForbiddenPropertyIsRejected() {
        String schema = """
                {"properties": {"mode": {}, "proxy": {}},
                 "if": {"properties": {"mode": {"const": "direct"}}, "required": ["mode"]}, "then": {"properties": {"proxy": false}}}""";

        assertThat(SpecFixtures.report(schema, "{\"mode\": \"direct\", \"proxy\": \"x\"}")
                        .errors())
                .singleElement()
                .extracting(Violation::problem)
                .isEqualTo("must not be given when mode is \"direct\"");
        assertThat(SpecFixtures.report(schema, "{\"mode\": \"other\", \"proxy\": \"x\"}")
                        .violations())
                .isEmpty();
    }

    @Test
    void longOrPossiblySecretValuesAreMasked() {
        String longText = "x".repeat(61);

        assertThat(SpecFixtures.only("\"p\": {\"maxLength\": 2}", "{\"p\": \"" + longText + "\"}")
                        .problem())
                .isEqualTo("a string of 61 characters is too long");
        assertThat(SpecFixtures.only("\"password\": {\"minLength\": 9}", "{\"password\": \"hush\"}")
                        .problem())
                .isEqualTo("the value (not shown) is too short");
        assertThat(SpecFixtures.only("\"p\": {\"maxLength\": 2, \"writeOnly\": true}", "{\"p\": \"hush\"}")
                        .problem())
                .isEqualTo("the value (not shown) is too long");
    }

    @Test
    void olderFormOfExclusiveBoundsIsSupported() {
        String properties =
                "\"p\": {\"minimum\": 1, \"exclusiveMinimum\": true, \"maximum\": 5, \"exclusiveMaximum\": false}";

        assertThat(SpecFixtures.only(properties, "{\"p\": 1}").expected()).contains("more than 1");
        assertThat(SpecFixtures.properties(properties)
                        .validate(SpecFixtures.draft("{\"p\": 5}"))
                        .violations())
                .isEmpty();
        assertThat(SpecFixtures.only(properties, "{\"p\": 6}").expected()).contains("at most 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hostname|https://db.example.com/|Write only the host: \"db.example.com\".",
                "hostname|db:1433|Write only the host: \"db\". The port 1433 belongs in a separate property.",
                "hostname|//db.example.com:80/x|Write only the host: \"db.example.com\". The port 80 belongs in a separate property.",
                "ipv4|192.0.2.1:80|Write only the host: \"192.0.2.1\". The port 80 belongs in a separate property.",
                "hostname|db,1433|Write only the host: \"db\". The port 1433 belongs in a separate property.",
                "hostname|tcp:db.example.com|Write only the host: \"db.example.com\".",
                "hostname|db\\\\sales|Write only the host: \"db\".",
                "uri|http//api.example.com|Write it as \"http://api.example.com\".",
                "hostname|[::1]:5432|An IPv6 address is not possible here. Write the name of the host. The port 5432 belongs in a separate property.",
                "ipv4|https://[2001:db8::7]/|An IPv6 address is not possible here. Write the name of the host.",
                "ipv6|[2001:db8::7]:1433|Write only the host: \"2001:db8::7\". The port 1433 belongs in a separate property.",
                "hostname|reader@db.example.com|Write only the host: \"db.example.com\".",
                "hostname|reader@db:5432|Write only the host: \"db\". The port 5432 belongs in a separate property.",
                "uri|api.example.com/v1|Add the scheme, for example \"https://api.example.com/v1\".",
                "uri|//api.example.com|Add the scheme, for example \"https://api.example.com\".",
                "uri|https://a.example.com/a b|Write each space as %20.",
                "uri|https://a.example.com/~a b|Write each space as %20.",
                "uri|https://ä.example.com/a b|Encode characters outside of ASCII: in the host as punycode (xn--…), elsewhere as %XX.",
                "email|mailto:ann@example.com|Write only the address: \"ann@example.com\".",
                "email|Ann <ann@example.com>|Write only the address: \"ann@example.com\"."
            })
    void formatViolationNamesWhatToRemoveOrAdd(String format, String value, String advice) {
        assertThat(SpecFixtures.only("\"p\": {\"format\": \"" + format + "\"}", "{\"p\": \"" + value + "\"}")
                        .advice())
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer|1,433|Write it without separators: 1433.",
                "integer|1.433.000|Write it without separators: 1433000.",
                "number|-1'433|Write it without separators: -1433.",
                "integer|+80|Write it as 80.",
                "integer|1433/tcp|Write only the number: 1433.",
                "number|port -1|Write only the number: -1.",
                "integer|:5432|Write only the number: 5432.",
                "boolean|yes|Write it as true.",
                "boolean|Off|Write it as false."
            })
    void typeViolationNamesTheCorrectNotation(String type, String value, String advice) {
        assertThat(SpecFixtures.only("\"p\": {\"type\": \"" + type + "\"}", "{\"p\": \"" + value + "\"}")
                        .advice())
                .contains(advice);
    }

    @Test
    void digitsWithinANameAreNotAdvisedAsANumber() {
        assertThat(SpecFixtures.only("\"p\": {\"type\": \"integer\"}", "{\"p\": \"MARK9\"}")
                        .advice())
                .isEmpty();
    }

    @Test
    void formatViolationContainsAnExample() {
        assertThat(SpecFixtures.only("\"p\": {\"format\": \"date\"}", "{\"p\": \"27.11.2026\"}")
                        .expected())
                .contains("the format \"date\", for example 2026-11-27");
        assertThat(SpecFixtures.only("\"password\": {\"format\": \"hostname\"}", "{\"password\": \"db:1433\"}")
                        .message())
                .doesNotContain("1433");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"maxLength\": 2}|names of at most 2 characters. Rename it, or leave it out.",
                "{\"minLength\": 9}|names of at least 9 characters. Rename it, or leave it out.",
                "{\"pattern\": \"^x\"}|names of the pattern \"^x\". Rename it, or leave it out.",
                "{\"enum\": [\"xyz\", \"b\"]}|one of \"xyz\", \"b\". Rename it, or leave it out.",
                "{\"enum\": [\"abd\", \"b\"]}|one of \"abd\", \"b\". Did you mean abd?",
                "false|no members. Rename it, or leave it out.",
                "{\"not\": {\"const\": \"abc\"}}|names as the specification describes. Rename it, or leave it out."
            })
    void forbiddenNameIsNamed(String rule, String expected) {
        Violation violation = SpecFixtures.only("\"p\": {\"propertyNames\": " + rule + "}", "{\"p\": {\"abc\": 1}}");

        assertThat(violation.code()).isEqualTo(ViolationCode.MEMBERS);
        assertThat(violation.message()).isEqualTo("p.abc has a name that is not allowed; expected " + expected);
    }

    @Test
    void commonMemberIsExemptFromNameRules() {
        String schema = "{\"properties\": {\"p\": {}}, \"required\": [], \"propertyNames\": {\"maxLength\": 3}}";

        assertThat(SpecFixtures.report(schema, "{\"credentialsName\": \"x\", \"separateCredentials\": true}")
                        .isValid())
                .isTrue();
        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"separateCredentials\": true, \"other\": 1}")))
                .containsExactly("UNKNOWN_PROPERTY other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "{\"pattern\": \"^x\"}",
                "{\"enum\": []}",
                "{\"not\": {\"const\": \"separateCredentials\"}}"
            })
    void memberThatEverySourceTakesIsAllowedByEveryRuleForNames(String rule) {
        String schema = "{\"properties\": {}, \"required\": [], \"propertyNames\": " + rule + "}";

        assertThat(SpecFixtures.report(schema, "{\"separateCredentials\": true}")
                        .errors())
                .isEmpty();
    }

    @Test
    void emptyListOfAllowedValuesIsExplained() {
        assertThat(SpecFixtures.only("\"p\": {\"enum\": []}", "{\"p\": 1}").message())
                .isEqualTo("p cannot have any value: the list of its allowed values is empty. Leave it out.");
    }

    @Test
    void conversionToOneOfSeveralTypesNamesTheSentValue() {
        assertThat(SpecFixtures.only("\"p\": {\"type\": [\"integer\", \"string\"]}", "{\"p\": true}")
                        .message())
                .isEqualTo("p was given as a boolean and is sent as a string: \"true\".");
        assertThat(SpecFixtures.only("\"pin\": {\"type\": [\"integer\", \"boolean\"]}", "{\"pin\": \"77\"}")
                        .message())
                .isEqualTo("pin was given as a string and is sent as a number.");
    }
}
