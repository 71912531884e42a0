package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowedValuesTest {

    private static final String REGION =
            "\"region\": {\"type\": \"string\", \"enum\": [\"eu-west-1\", \"us-east-1\", \"ap-south-1\"]}";

    @Test
    void listedValueIsAccepted() {
        assertThat(SpecFixtures.properties(REGION)
                        .validate(SpecFixtures.draft("{\"region\": \"us-east-1\"}"))
                        .violations())
                .isEmpty();
    }

    @Test
    void allowedValuesAndTheNearestAreNamed() {
        Violation violation = SpecFixtures.only(REGION, "{\"region\": \"us-est-1\"}");

        assertThat(violation.code()).isEqualTo(ViolationCode.NOT_ALLOWED);
        assertThat(violation.severity()).isEqualTo(Severity.ERROR);
        assertThat(violation.problem()).isEqualTo("\"us-est-1\" is not allowed");
        assertThat(violation.expected()).contains("one of \"eu-west-1\", \"us-east-1\", \"ap-south-1\"");
        assertThat(violation.advice()).contains("Did you mean \"us-east-1\"?");
    }

    @Test
    void wrongLetterCaseIsCorrected() {
        assertThat(SpecFixtures.only(REGION, "{\"region\": \"US-East-1\"}").advice())
                .contains("Write it \"us-east-1\"; letter case matters.");
    }

    @Test
    void nothingIsSuggestedIfNoValueIsSimilar() {
        assertThat(SpecFixtures.only(REGION, "{\"region\": \"moon\"}").advice()).isEmpty();
    }

    @Test
    void longListIsShortened() {
        String values = IntStream.range(0, 30).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(","));

        assertThat(SpecFixtures.only("\"p\": {\"enum\": [" + values + "]}", "{\"p\": \"none\"}")
                        .expected())
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("one of \"v0\", \"v1\"").endsWith("\"v11\" … (18 more)"));
    }

    @Test
    void constantIsExplained() {
        Violation violation = SpecFixtures.only("\"p\": {\"const\": 3}", "{\"p\": 4}");

        assertThat(violation.message()).isEqualTo("p 4 is not allowed; expected 3.");
    }

    @Test
    void nullIsNamedAsTheOnlyAllowedValue() {
        Violation violation = SpecFixtures.only("\"p\": {\"const\": null}", "{\"p\": 4}");

        assertThat(violation.expected()).contains("null");
    }

    @Test
    void separateConstantsAreReportedAsOneList() {
        String properties =
                "\"mode\": {\"oneOf\": [{\"const\": \"fast\", \"title\": \"Fast\"}, {\"const\": \"safe\"}]}";

        assertThat(SpecFixtures.only(properties, "{\"mode\": \"save\"}").message())
                .startsWith("mode \"save\" is not allowed; expected one of \"fast\", \"safe\". Did you mean \"safe\"?");
    }

    @Test
    void valueIsConvertedToAnEquivalentAllowedValue() {
        ValidationReport report = SpecFixtures.properties(
                        "\"port\": {\"enum\": [443, 8443.5]}, \"on\": {\"const\": true},"
                                + " \"level\": {\"enum\": [\"1\", \"2\"]}")
                .validate(SpecFixtures.draft("{\"port\": \"443\", \"on\": \"true\", \"level\": 2}"));

        assertThat(SpecFixtures.codes(report)).containsExactly("NORMALIZED port", "NORMALIZED on", "NORMALIZED level");
        assertThat(report.draft().properties())
                .containsEntry("port", 443L)
                .containsEntry("on", true)
                .containsEntry("level", "2");
    }

    @Test
    void numbersAreComparedByValue() {
        assertThat(SpecFixtures.properties("\"p\": {\"enum\": [1, 2.50]}")
                        .validate(SpecFixtures.draft("{\"p\": 2.5}"))
                        .violations())
                .isEmpty();
        assertThat(SpecFixtures.properties("\"p\": {\"enum\": [1]}")
                        .validate(SpecFixtures.draft("{\"p\": 1.0}"))
                        .violations())
                .isEmpty();
    }

    @Test
    void listsAndObjectsAreComparedByContent() {
        String properties = "\"p\": {\"enum\": [{\"a\": [1, {\"b\": null}]}, []]}";

        assertThat(SpecFixtures.properties(properties)
                        .validate(SpecFixtures.draft("{\"p\": []}"))
                        .violations())
                .isEmpty();
        assertThat(SpecFixtures.only(properties, "{\"p\": [1]}").message()).startsWith("p a list of 1 is not allowed");
    }

    @Test
    void suggestionForASecretIsMasked() {
        Violation marked =
                SpecFixtures.only("\"level\": {\"enum\": [\"alpha\"], \"writeOnly\": true}", "{\"level\": \"ALPHA\"}");
        Violation given = SpecFixtures.properties("\"level\": {\"enum\": [\"alpha\"]}")
                .validate(ConnectionDraft.builder(SpecFixtures.SOURCE, "Orders")
                        .secret("level", Secret.of("ALPHA"))
                        .build())
                .errors()
                .get(0);

        assertThat(List.of(marked, given)).allSatisfy(violation -> {
            assertThat(violation.problem()).isEqualTo("the value (not shown) is not allowed");
            assertThat(violation.advice()).isEmpty();
        });
    }

    /** A list of allowed values is public, and a name such as "auth" often selects an authentication mode. */
    @Test
    void suggestionForAPropertyThatIsSecretByNameOnlyIsNamed() {
        String properties = "\"auth\": {\"enum\": [\"basic\", \"token\"]}";

        assertThat(SpecFixtures.only(properties, "{\"auth\": \"basik\"}").message())
                .isEqualTo("auth the value (not shown) is not allowed; expected one of \"basic\", \"token\"."
                        + " Did you mean \"basic\"?");
        assertThat(SpecFixtures.only(properties, "{\"auth\": \"Token\"}").advice())
                .contains("Write it \"token\"; letter case matters.");
    }
}
