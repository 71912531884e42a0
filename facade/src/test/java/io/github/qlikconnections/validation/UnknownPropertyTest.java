package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPropertyTest {

    private static final String BUCKET = "\"bucketName\": {\"type\": \"string\"}, \"region\": {\"type\": \"string\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {"bucket_name", "BucketName", "buketName", "bucketNmae", "bucket-name", "BUCKETNAME", "bucket"})
    void similarNameIsSuggested(String written) {
        Violation violation = SpecFixtures.only(BUCKET, "{\"" + written + "\": \"x\"}");

        assertThat(violation.code()).isEqualTo(ViolationCode.UNKNOWN_PROPERTY);
        assertThat(violation.severity()).isEqualTo(Severity.ERROR);
        assertThat(violation.path()).isEqualTo(written);
        assertThat(violation.problem()).isEqualTo("is not a property of rest");
        assertThat(violation.advice()).contains("Did you mean bucketName?");
    }

    @Test
    void nothingIsSuggestedIfNoNameIsSimilar() {
        assertThat(SpecFixtures.only(BUCKET, "{\"zzz\": \"x\"}").advice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rest, separateCredentials",
        "rest, selectedCredentials",
        "rest, credentialsName",
        "rest, authCode",
        "DG_rest, gatewayInstance",
        "repsrc_mysql, agentId",
        "reptgt_qdis3, agentId"
    })
    void commonMembersAreKnownForEverySource(String source, String member) {
        assertThat(codesOf(source, member)).doesNotContain(ViolationCode.UNKNOWN_PROPERTY);
    }

    @ParameterizedTest
    @CsvSource({"rest, gatewayInstance", "rest, agentId", "DG_rest, agentId", "repsrc_mysql, gatewayInstance"})
    void gatewayMembersAreKnownOnlyForSourcesWithAGateway(String source, String member) {
        assertThat(codesOf(source, member)).contains(ViolationCode.UNKNOWN_PROPERTY);
    }

    private static java.util.List<ViolationCode> codesOf(String source, String member) {
        ConnectionSpec spec = ConnectionSpec.parse(
                source,
                "{\"connectionProperties\": {\"additionalProperties\": false, \"properties\": {" + BUCKET + "}}}");
        return spec
                .validate(ConnectionDraft.builder(source, "x").set(member, "y").build())
                .violations()
                .stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void unknownPropertyIsReportedOnceIfTheSchemaRejectsItToo() {
        ValidationReport report = SpecFixtures.report(
                "{\"additionalProperties\": false, \"properties\": {" + BUCKET + "}}", "{\"regon\": \"x\"}");

        assertThat(SpecFixtures.codes(report)).containsExactly("UNKNOWN_PROPERTY regon");
    }

    @Test
    void unknownPropertyIsAWarningIfTheSchemaAcceptsAny() {
        String open = "{\"additionalProperties\": true, \"properties\": {" + BUCKET + "}}";

        assertThat(SpecFixtures.report(open, "{\"zzz\": \"x\"}").violations()).isEmpty();
        assertThat(SpecFixtures.report(open, "{\"regon\": \"x\"}").warnings())
                .singleElement()
                .extracting(Violation::code)
                .isEqualTo(ViolationCode.UNKNOWN_PROPERTY);
        String typed = "{\"additionalProperties\": {\"type\": \"string\"}, \"properties\": {" + BUCKET + "}}";
        assertThat(SpecFixtures.codes(SpecFixtures.report(typed, "{\"zzz\": [1]}")))
                .containsExactly("WRONG_TYPE zzz");
    }

    @Test
    void nameThatMatchesAPatternIsKnown() {
        String schema = "{\"properties\": {" + BUCKET + "}, \"patternProperties\": {\"^x-\": {\"type\": \"boolean\"}}}";

        assertThat(SpecFixtures.report(schema, "{\"x-flag\": true}").violations())
                .isEmpty();
        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"x-flag\": \"maybe\"}")))
                .containsExactly("WRONG_TYPE x-flag");
        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"y-flag\": true}")))
                .containsExactly("UNKNOWN_PROPERTY y-flag");
    }

    @Test
    void namesInEveryPartOfTheSchemaAreKnown() {
        String schema = """
                {"properties": {"a": {}}, "$ref": "#/definitions/base",
                 "allOf": [{"properties": {"b": {}}},
                           {"if": {"required": ["a"]}, "then": {"properties": {"c": {}}}, "else": {"properties": {"d": {}}}}],
                 "anyOf": [{"properties": {"e": {}}}], "oneOf": [{"properties": {"f": {}}}],
                 "dependentSchemas": {"a": {"properties": {"g": {}}}},
                 "definitions": {"base": {"properties": {"h": {}}}}}""";

        assertThat(SpecFixtures.report(schema, "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1}")
                        .violations())
                .isEmpty();
    }

    @Test
    void unknownMemberOfAClosedNestedObjectIsReported() {
        String properties = """
                "headers": {"type": "array", "items": {"type": "object", "additionalProperties": false,
                  "properties": {"name": {"type": "string"}, "note": {"type": "string"}}}}""";

        Violation violation = SpecFixtures.only(properties, "{\"headers\": [{\"name\": \"a\"}, {\"nmae\": \"b\"}]}");

        assertThat(violation.code()).isEqualTo(ViolationCode.UNKNOWN_PROPERTY);
        assertThat(violation.path()).isEqualTo("headers[1].nmae");
        assertThat(violation.advice()).contains("Did you mean name?");
    }

    @Test
    void unevaluatedPropertiesIsSupported() {
        String schema = """
                {"allOf": [{"properties": {"a": {}}}], "properties": {"b": {}}, "unevaluatedProperties": false}""";

        assertThat(SpecFixtures.report(schema, "{\"a\": 1, \"b\": 2}").violations())
                .isEmpty();
        assertThat(SpecFixtures.codes(SpecFixtures.report(schema, "{\"cc\": 1}")))
                .containsExactly("UNKNOWN_PROPERTY cc");
    }

    @ParameterizedTest
    @CsvSource({
        "rest, credentialsname, credentialsName",
        "rest, selectedCredential, selectedCredentials",
        "rest, seperateCredential, separateCredentials",
        "DG_mysql, GatewayInstance, gatewayInstance",
        "repsrc_mysql, agentid, agentId"
    })
    void commonMemberIsSuggested(String source, String given, String meant) {
        ConnectionSpec spec = ConnectionSpec.parse(
                source, "{\"connectionProperties\": {\"properties\": {\"host\": {}}, \"required\": []}}");

        assertThat(spec.validate(ConnectionDraft.builder(source, "x")
                                .set(given, "a")
                                .build())
                        .violations())
                .filteredOn(violation -> violation.code() == ViolationCode.UNKNOWN_PROPERTY)
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.advice().orElseThrow()).startsWith("Did you mean " + meant));
    }

    @Test
    void gatewayIsNotSuggestedForASourceWithoutOne() {
        assertThat(SpecFixtures.only("\"host\": {}", "{\"GatewayInstance\": \"a\"}")
                        .advice())
                .isEmpty();
    }

    @Test
    void missingPropertyIsLinkedToItsMisspelling() {
        ValidationReport report = SpecFixtures.report(
                "{\"properties\": {\"bucketName\": {}, \"region\": {}}, \"required\": [\"bucketName\", \"region\"]}",
                "{\"buketName\": \"a\"}");

        assertThat(report.violations())
                .extracting(violation ->
                        violation.path() + ": " + violation.advice().orElse("-"))
                .containsExactly(
                        "bucketName: Rename buketName to bucketName.",
                        "region: Give a value for region.",
                        "buketName: Did you mean bucketName?");
    }

    @Test
    void missingGatewayIsLinkedToItsMisspelling() {
        ConnectionSpec spec = ConnectionSpec.parse(
                "DG_mysql", "{\"connectionProperties\": {\"properties\": {\"host\": {}}, \"required\": []}}");

        assertThat(spec.validate(ConnectionDraft.builder("DG_mysql", "x")
                                .set("gatewayinstance", "a")
                                .build())
                        .errors())
                .anySatisfy(violation -> {
                    assertThat(violation.code()).isEqualTo(ViolationCode.GATEWAY_MISSING);
                    assertThat(violation.advice()).contains("Rename gatewayinstance to gatewayInstance.");
                });
    }

    @Test
    void longOrInvisibleNameIsPrintedReadably() {
        assertThat(SpecFixtures.only("\"port\": {}", "{\"port \": 1}").message())
                .startsWith("\"port \" is not a property of rest. Did you mean port?");
        assertThat(SpecFixtures.only("\"port\": {}", "{\"\\u00a0port\": 1}").message())
                .startsWith("\"\u00a0port\" is not a property of rest");
        assertThat(SpecFixtures.only("\"port\": {}", "{\"" + "x".repeat(5000) + "\": 1}")
                        .message())
                .startsWith("x".repeat(40) + "… (5000 characters) is not a property of rest.")
                .hasSizeLessThan(400);
    }
}
