package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertySpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hang guard of 20 s is no measure; what hangs would do so for hours. */
class UncheckedTest {

    private static ValidationReport of(ConnectionSpec spec, String properties) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> spec.validate(Given.draft(properties)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"$schema\": \"http://example.test/own\", \"properties\": {\"p\": {}}}|$schema",
                "{\"$schema\": \"http://json-schema.org/draft-03/schema#\", \"properties\": {\"p\": {}}}|$schema",
                "{\"$schema\": 7, \"properties\": {\"p\": {}}}|$schema",
                "{\"properties\": {\"p\": {\"pattern\": \"(\"}}}|a regular expression in it is broken",
                "{\"properties\": {\"p\": {\"pattern\": \"(a)\\\\1\"}}}|back reference",
                "{\"properties\": {\"p\": {\"pattern\": \"(?<=a)b\"}}}|look-behind",
                "{\"properties\": {\"p\": {\"pattern\": 7}}}|its properties.p.pattern is not a text",
                "{\"patternProperties\": {\"[\": {}}}|a regular expression in it is broken",
                "{\"properties\": {\"p\": {\"$ref\": \"#/definitions/none\"}}}|a reference in it leads nowhere",
                "{\"properties\": {\"p\": {\"$ref\": \"http://example.test/other\"}}}|a reference in it leads nowhere",
                "{\"properties\": {\"p\": {\"$ref\": \"#none\"}}}|a reference in it leads nowhere",
                "{\"properties\": {\"p\": {\"$ref\": \"%\"}}}|no URI",
                "{\"properties\": {\"p\": {\"$ref\": 1}}}|its properties.p.$ref is not a text",
                "{\"properties\": {\"p\": {\"$id\": \"http://[\"}}}|no URI",
                "{\"properties\": {\"p\": {\"$ref\": \"#/properties/p\"}}}|its references lead in circles",
                "{\"properties\": {\"p\": {\"type\": \"text\"}}}|its properties.p.type is no type that JSON Schema knows",
                "{\"properties\": {\"p\": {\"type\": [\"string\", 7]}}}|its properties.p.type is no type",
                "{\"properties\": {\"p\": {\"type\": 7}}}|its properties.p.type is no type",
                "{\"properties\": {\"p\": {\"enum\": \"a\"}}}|its properties.p.enum is not a list",
                "{\"properties\": {\"p\": {\"minLength\": -1}}}|its properties.p.minLength is not a whole number from 0 on",
                "{\"properties\": {\"p\": {\"minLength\": 1.5}}}|its properties.p.minLength is not a whole number from 0 on",
                "{\"properties\": {\"p\": {\"minimum\": \"1\"}}}|its properties.p.minimum is not a usable number",
                "{\"properties\": {\"p\": {\"minimum\": 1e999}}}|its properties.p.minimum is not a usable number",
                "{\"properties\": {\"p\": {\"minimum\": 1e-999}}}|its properties.p.minimum is not a usable number",
                "{\"properties\": {\"p\": {\"multipleOf\": 0}}}|its properties.p.multipleOf is not above 0",
                "{\"properties\": {\"p\": {\"multipleOf\": -2}}}|its properties.p.multipleOf is not above 0",
                "{\"properties\": {\"p\": {\"uniqueItems\": \"x\"}}}|its properties.p.uniqueItems is neither true nor false",
                "{\"properties\": {\"p\": 7}}|its properties.p is neither an object nor true or false",
                "{\"properties\": []}|its properties is not an object",
                "{\"properties\": {}, \"required\": [7]}|its required is not a text",
                "{\"properties\": {}, \"required\": \"p\"}|its required is not a list",
                "{\"properties\": {}, \"allOf\": {}}|its allOf is not a list",
                "{\"properties\": {}, \"anyOf\": [{}, 7]}|its anyOf[1] is neither an object nor true or false",
                "{\"properties\": {}, \"dependentRequired\": {\"p\": \"q\"}}|its dependentRequired.p is not a list",
                "{\"properties\": {}, \"dependentRequired\": []}|its dependentRequired is not an object",
                "{\"properties\": {}, \"dependencies\": []}|its dependencies is not an object",
                "{\"properties\": {\"p\": {\"exclusiveMinimum\": true}}}|its properties.p.exclusiveMinimum is not a usable number",
                "{}|the schema names no properties",
                "{\"property1\": \"value\"}|the schema names no properties",
                "[1]|connectionProperties is no JSON object",
                "null|connectionProperties is no JSON object",
                "\"hush\"|connectionProperties cannot be read: it is not valid JSON"
            })
    void saysWhyASchemaCannotBeUsed(String schema, String reason) {
        ValidationReport report = of(Given.spec(schema), "{\"p\": \"hush\"}");

        assertThat(report.outcome()).isEqualTo(Outcome.UNCHECKED);
        assertThat(report.uncheckedReason().orElseThrow()).contains(reason);
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(ViolationCode.SPEC_UNUSABLE);
            assertThat(violation.message())
                    .startsWith("connectionProperties are not checked: ")
                    .contains(reason);
        });
        assertThat(report.render()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>hush</html>", "[]", "7", "{\"connectionProperties\": {}} x"})
    void saysWhyAnAnswerCannotBeUsed(String answer) {
        ConnectionSpec spec = ConnectionSpec.parse(Given.SOURCE, answer);

        assertThat(spec.isUsable()).isFalse();
        assertThat(spec.unusableReason().orElseThrow()).startsWith("the answer").doesNotContain("hush");
        assertThat(spec.properties()).isEmpty();
        assertThat(spec.connectorProvider()).isEmpty();
        assertThat(of(spec, "{}").outcome()).isEqualTo(Outcome.UNCHECKED);
    }

    @Test
    void readsASchemaThatIsATextOfJson() {
        ConnectionSpec spec = Given.spec("\"{\\\"properties\\\": {\\\"p\\\": {\\\"type\\\": \\\"integer\\\"}}}\"");

        assertThat(spec.isUsable()).isTrue();
        assertThat(Given.codes(of(spec, "{\"p\": []}"))).containsExactly("WRONG_TYPE p");
        assertThat(spec.fingerprint())
                .isEqualTo(Given.spec("{\"properties\": {\"p\": {\"type\": \"integer\"}}}")
                        .fingerprint());
    }

    @Test
    void stillChecksWhatNeedsNoSchema() {
        ValidationReport report = Given.spec("[]")
                .validate(
                        ConnectionDraft.of(Given.SOURCE, "").set("p", "<HOST>").build());

        assertThat(Given.codes(report))
                .containsExactly("SPEC_UNUSABLE connectionProperties", "NAME_BLANK qName", "PLACEHOLDER p");
        assertThat(report.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(report.uncheckedReason()).isPresent();
    }

    @Test
    void takesEveryPropertyOfAnUnusableSchemaForASecret() {
        ConnectionSpec spec =
                Given.spec("{\"properties\": {\"host\": {\"type\": \"string\"}, \"p\": {\"pattern\": \"(\"}}}");

        assertThat(spec.isUsable()).isFalse();
        assertThat(spec.properties()).extracting(PropertySpec::name).containsExactly("host", "p");
        assertThat(spec.properties()).allMatch(PropertySpec::isSecret);
        assertThat(spec.describe()).contains("Drafts cannot be checked against it: the schema cannot be used");
    }

    @Test
    void checksRecursiveSchemasOnValuesThatEnd() {
        String schema =
                "{\"properties\": {\"p\": {\"$ref\": \"#/$defs/tree\"}}, \"$defs\": {\"tree\": {\"type\": \"object\","
                        + " \"properties\": {\"left\": {\"$ref\": \"#/$defs/tree\"}}}}}";

        assertThat(Given.codes(of(Given.spec(schema), "{\"p\": {\"left\": {\"left\": {\"left\": 7}}}}")))
                .containsExactly("WRONG_TYPE p.left.left.left");
    }

    @Test
    void takesAPatternInAConstantForWhatItIs() {
        ConnectionSpec spec = Given.properties("\"p\": {\"const\": {\"pattern\": \"(\", \"minimum\": \"x\"}}");

        assertThat(of(spec, "{\"p\": {\"pattern\": \"(\", \"minimum\": \"x\"}}").isValid())
                .isTrue();
        assertThat(Given.codes(of(spec, "{\"p\": 1}"))).containsExactly("NOT_ALLOWED p");
    }
}
