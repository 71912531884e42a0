package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.spec.ConnectionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    private static final ConnectionSpec SPEC =
            SpecFixtures.properties("\"region\": {\"enum\": [\"eu\"]}, \"port\": {\"type\": \"integer\"}");

    private static ValidationReport of(ValidationPolicy policy, String properties) {
        return SPEC.validate(SpecFixtures.draft(properties), policy);
    }

    @Test
    void strictIsTheDefault() {
        assertThat(SPEC.validate(SpecFixtures.draft("{\"region\": \"us\", \"x\": 1, \"port\": []}"))
                        .errors())
                .hasSize(3);
    }

    @Test
    void lenientPolicyAcceptsUnknownProperties() {
        ValidationReport report = of(ValidationPolicy.lenient(), "{\"region\": \"us\", \"x\": 1, \"port\": []}");

        assertThat(report.warnings())
                .extracting(Violation::code)
                .containsExactly(ViolationCode.NOT_ALLOWED, ViolationCode.UNKNOWN_PROPERTY);
        assertThat(report.errors()).extracting(Violation::code).containsExactly(ViolationCode.WRONG_TYPE);
    }

    @Test
    void severityOfOneCodeIsRaisedOrLowered() {
        ValidationPolicy policy = ValidationPolicy.strict()
                .with(ViolationCode.WRONG_TYPE, Severity.NOTE)
                .with(ViolationCode.SURROUNDING_WHITESPACE, Severity.ERROR);

        ValidationReport report = of(policy, "{\"port\": \"x \"}");

        assertThat(report.notes()).extracting(Violation::code).containsExactly(ViolationCode.WRONG_TYPE);
        assertThat(report.errors()).extracting(Violation::code).containsExactly(ViolationCode.SURROUNDING_WHITESPACE);
        assertThat(of(ValidationPolicy.strict(), "{\"port\": \"x \"}").errors())
                .extracting(Violation::code)
                .containsExactly(ViolationCode.WRONG_TYPE);
    }

    @Test
    void onePropertyIsAllowed() {
        ValidationReport report = of(ValidationPolicy.strict().allow("port"), "{\"region\": \"us\", \"port\": []}");

        assertThat(report.errors()).extracting(Violation::path).containsExactly("region");
        assertThat(report.warnings()).extracting(Violation::path).containsExactly("port");
        assertThat(of(ValidationPolicy.strict().allow("port").allow("region"), "{\"region\": \"us\", \"port\": []}")
                        .isCreatable())
                .isTrue();
    }

    @Test
    void allowedPropertyNeverHasAHigherSeverity() {
        assertThat(of(ValidationPolicy.strict().allow("port"), "{\"port\": \"7\"}")
                        .notes())
                .hasSize(1);
    }

    @Test
    void relaxationNamesThePoliciesThatHelp() {
        ValidationReport report = of(ValidationPolicy.strict(), "{\"region\": \"us\", \"port\": []}");

        assertThat(report.errors().get(0).relaxationHint())
                .contains("To allow it: add .allow(\"region\") to the ValidationPolicy, or base it on lenient().");
        assertThat(report.errors().get(1).relaxationHint())
                .contains("To allow it: add .allow(\"port\") to the ValidationPolicy.");
        assertThat(report.errors().get(1).message()).doesNotContain("Policy");
        assertThat(of(ValidationPolicy.lenient(), "{\"region\": \"us\"}")
                        .warnings()
                        .get(0)
                        .relaxationHint())
                .isEmpty();
    }

    @Test
    void relaxationAppliesToAPolicyThatIsNotStrict() {
        ValidationPolicy policy = ValidationPolicy.lenient();

        ValidationReport report = of(policy, "{\"x\": 1, \"port\": []}");

        assertThat(report.render()).contains("To allow it: add .allow(\"port\") to the ValidationPolicy.");
        assertThat(of(policy.allow("port"), "{\"x\": 1, \"port\": []}").isCreatable())
                .isTrue();
    }

    @Test
    void reportNamesAllPropertiesThatAPolicyCanAllow() {
        ValidationReport report = of(
                ValidationPolicy.strict(), "{\"region\": \"us\", \"port\": [], \"host\": \"<HOST>\", \"zzzzzz\": 1}");

        assertThat(report.render())
                .contains(
                        "To allow them: add .allow(\"region\").allow(\"port\").allow(\"zzzzzz\") to the ValidationPolicy.")
                .doesNotContain("allow(\"host\")");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REQUIRED",
                "PLACEHOLDER",
                "FILE_FORM",
                "FILE_CONTENT",
                "GATEWAY_MISSING",
                "GATEWAY_NOT_FOUND",
                "SELECTED_WITH_SECRETS",
                "PATCH_MIXES_FORMS",
                "PATCH_WITHOUT_CREDENTIALS",
                "PATCH_TWO_PASSWORDS"
            })
    void noPolicyIsNamedIfNoneHelps(ViolationCode code) {
        Violation violation = Violation.of(code, "/connectionProperties/p", "is wrong");

        assertThat(violation.relaxationHint()).isEmpty();
    }

    @Test
    void noPolicyIsNamedForTheRequestItselfOrAHugeName() {
        assertThat(Violation.of(ViolationCode.NAME_BLANK, "/qName", "is blank").relaxationHint())
                .isEmpty();
        assertThat(Violation.of(ViolationCode.UNKNOWN_PROPERTY, "/connectionProperties/" + "x".repeat(61), "is unknown")
                        .relaxationHint())
                .isEmpty();
    }

    @Test
    void policyDecidesWhetherAnUncheckedDraftIsAllowed() {
        ConnectionSpec unusable = SpecFixtures.spec("[]");

        ValidationReport allowed = unusable.validate(SpecFixtures.draft("{\"p\": 1}"));
        assertThat(allowed.outcome()).isEqualTo(ValidationOutcome.UNCHECKED);
        assertThat(allowed.isValid()).isFalse();
        assertThat(allowed.isCreatable()).isTrue();
        assertThat(allowed.warnings()).extracting(Violation::code).containsExactly(ViolationCode.SPEC_UNUSABLE);

        ValidationReport rejected = unusable.validate(
                SpecFixtures.draft("{\"p\": 1}"), ValidationPolicy.strict().rejectUnchecked());
        assertThat(rejected.outcome()).isEqualTo(ValidationOutcome.INVALID);
        assertThat(rejected.isCreatable()).isFalse();
        assertThat(rejected.uncheckedReason()).isEqualTo(allowed.uncheckedReason());
    }

    @Test
    void toStringContainsTheRelaxations() {
        assertThat(ValidationPolicy.strict()
                        .with(ViolationCode.RANGE, Severity.NOTE)
                        .allow("p"))
                .hasToString("ValidationPolicy[{RANGE=NOTE}, allowed properties [p]]");
    }

    @Test
    void everyCodeHasASeverity() {
        for (ViolationCode code : ViolationCode.values()) {
            Violation violation = Violation.of(code, "/qName", "x");
            assertThat(ValidationPolicy.strict().severityOf(violation)).isEqualTo(code.defaultSeverity());
        }
    }
}
