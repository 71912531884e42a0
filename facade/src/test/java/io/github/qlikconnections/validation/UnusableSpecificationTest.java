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

/** The timeout of 20 s is not a performance limit. It only stops a validation that would run for hours. */
class UnusableSpecificationTest {

    private static ValidationReport of(ConnectionSpec spec, String properties) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> spec.validate(SpecFixtures.draft(properties)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"$schema\": \"http://example.test/own\", \"properties\": {\"p\": {}}}|$schema",
                "{\"$schema\": \"http://json-schema.org/draft-03/schema#\", \"properties\": {\"p\": {}}}|$schema",
                "{\"$schema\": 7, \"properties\": {\"p\": {}}}|$schema",
                "{\"properties\": []}|the schema contains no properties: its properties is not an object",
                "{}|the schema contains no properties",
                "{\"property1\": \"value\"}|the schema contains no properties",
                "{\"zone\": {\"type\": \"string\"}, \"version\": 7}|the schema contains no properties",
                "[1]|connectionProperties is not a JSON object",
                "null|connectionProperties is not a JSON object",
                "\"hush\"|connectionProperties cannot be read: it is not valid JSON"
            })
    void reasonForAnUnusableSchemaIsReported(String schema, String reason) {
        ValidationReport report = of(SpecFixtures.spec(schema), "{\"p\": \"hush\"}");

        assertThat(report.outcome()).isEqualTo(ValidationOutcome.UNCHECKED);
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
    void reasonForAnUnusableResponseIsReported(String response) {
        ConnectionSpec spec = ConnectionSpec.parse(SpecFixtures.SOURCE, response);

        assertThat(spec.isUsable()).isFalse();
        assertThat(spec.unusableReason().orElseThrow())
                .startsWith("the response")
                .doesNotContain("hush");
        assertThat(spec.properties()).isEmpty();
        assertThat(spec.connectorProvider()).isEmpty();
        assertThat(of(spec, "{}").outcome()).isEqualTo(ValidationOutcome.UNCHECKED);
    }

    @Test
    void schemaEncodedAsAJsonStringIsRead() {
        ConnectionSpec spec = SpecFixtures.spec(
                "\"{\\\"properties\\\": {\\\"p\\\": {\\\"type\\\": \\\"integer\\\"}}, \\\"required\\\": []}\"");

        assertThat(spec.isUsable()).isTrue();
        assertThat(SpecFixtures.codes(of(spec, "{\"p\": []}"))).containsExactly("WRONG_TYPE p");
        assertThat(spec.fingerprint())
                .isEqualTo(SpecFixtures.spec("{\"properties\": {\"p\": {\"type\": \"integer\"}}}")
                        .fingerprint());
    }

    @Test
    void rulesThatNeedNoSchemaAreEvaluated() {
        ValidationReport report = SpecFixtures.spec("[]")
                .validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "")
                        .set("p", "<HOST>")
                        .build());

        assertThat(SpecFixtures.codes(report))
                .containsExactly("SPEC_UNUSABLE connectionProperties", "NAME_BLANK qName", "PLACEHOLDER p");
        assertThat(report.outcome()).isEqualTo(ValidationOutcome.INVALID);
        assertThat(report.uncheckedReason()).isPresent();
    }

    @Test
    void everyPropertyOfAnUnusableSchemaCountsAsSecret() {
        ConnectionSpec spec = SpecFixtures.spec(
                "{\"$schema\": \"other\", \"properties\": {\"host\": {\"type\": \"string\"}, \"p\": {}}}");

        assertThat(spec.isUsable()).isFalse();
        assertThat(spec.properties()).extracting(PropertySpec::name).containsExactly("host", "p");
        assertThat(spec.properties()).allMatch(PropertySpec::isSecret);
        assertThat(spec.describe())
                .contains("Drafts cannot be validated against this specification: the schema cannot be used");
    }

    @Test
    void recursiveSchemaIsEvaluatedForFiniteValues() {
        String schema =
                "{\"properties\": {\"p\": {\"$ref\": \"#/$defs/tree\"}}, \"$defs\": {\"tree\": {\"type\": \"object\","
                        + " \"properties\": {\"left\": {\"$ref\": \"#/$defs/tree\"}}}}}";

        assertThat(SpecFixtures.codes(of(SpecFixtures.spec(schema), "{\"p\": {\"left\": {\"left\": {\"left\": 7}}}}")))
                .containsExactly("WRONG_TYPE p.left.left.left");
    }

    @Test
    void patternInsideAConstantIsNotEvaluated() {
        ConnectionSpec spec = SpecFixtures.properties("\"p\": {\"const\": {\"pattern\": \"(\", \"minimum\": \"x\"}}");

        assertThat(of(spec, "{\"p\": {\"pattern\": \"(\", \"minimum\": \"x\"}}").isValid())
                .isTrue();
        assertThat(SpecFixtures.codes(of(spec, "{\"p\": 1}"))).containsExactly("NOT_ALLOWED p");
    }
}
