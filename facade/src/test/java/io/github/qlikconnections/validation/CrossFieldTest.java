package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossFieldTest {

    private static ValidationReport of(ConnectionDraft.Builder draft) {
        ConnectionDraft built = draft.build();
        return ConnectionSpec.parse(built.dataSourceId(), """
                {"connectionProperties": {"properties": {
                  "host": {"type": "string"}, "password": {"type": "string"}, "queryHeaders": {"type": "array"},
                  "separateCredentials": {"type": "boolean"}}, "required": []}}""").validate(built);
    }

    private static ConnectionDraft.Builder draft(String source) {
        return ConnectionDraft.builder(source, "x").set("host", "db");
    }

    @Test
    void bothWaysToSeparateCredentialsAreAccepted() {
        assertThat(of(draft("mssql").useCredentials("c1")).violations()).isEmpty();
        assertThat(of(draft("mssql").separateCredentials("mine").secret("password", Secret.of("hush")))
                        .violations())
                .isEmpty();
        assertThat(of(draft("mssql").set("separateCredentials", "true").set("selectedCredentials", "c1"))
                        .errors())
                .isEmpty();
    }

    @Test
    void selectedCredentialsThatAreNotSeparatedAreRejected() {
        assertThat(SpecFixtures.codes(of(draft("mssql").set("selectedCredentials", "c1"))))
                .containsExactly("SELECTED_NOT_SEPARATE selectedCredentials");
        ValidationReport report =
                of(draft("mssql").set("separateCredentials", false).set("selectedCredentials", "c1"));
        assertThat(report.errors())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .startsWith("selectedCredentials has an effect only together with separateCredentials."
                        + " Set separateCredentials to true, or leave out selectedCredentials.");
    }

    @Test
    void credentialsSelectedByNameAreCheckedByTheTenant() {
        ConnectionSpec spec = ConnectionSpec.parse("DG_mssql", """
                {"connectionProperties": {"properties": {"host": {"type": "string"}},
                  "required": ["gatewayInstance", "selectedCredentials"]}}""");
        ConnectionDraft draft = ConnectionDraft.builder("DG_mssql", "x")
                .set("host", "db")
                .onGateway("Rotterdam")
                .useCredentialsNamed("Reader")
                .build();

        assertThat(spec.validate(draft).violations()).isEmpty();
        assertThat(SpecFixtures.codes(
                        spec.validate(ConnectionDraft.builder("DG_mssql", "x").build())))
                .containsExactlyInAnyOrder("GATEWAY_MISSING gatewayInstance", "REQUIRED selectedCredentials");
    }

    @Test
    void plainPropertyBesideSelectedCredentialsIsAcceptedIfTheSpecificationIsUnusable() {
        ConnectionSpec unusable = ConnectionSpec.parse("mssql", "{}");

        assertThat(unusable.validate(draft("mssql").useCredentials("c1").build())
                        .errors())
                .isEmpty();
        assertThat(SpecFixtures.codes(unusable.validate(draft("mssql")
                        .useCredentials("c1")
                        .set("password", "hush")
                        .build())))
                .contains("SELECTED_WITH_SECRETS selectedCredentials");
    }

    @Test
    void secretsBesideSelectedCredentialsAreRejectedAndNamed() {
        ValidationReport report = of(draft("mssql").useCredentials("c1").secret("password", Secret.of("hush")));

        assertThat(SpecFixtures.codes(report)).containsExactly("SELECTED_WITH_SECRETS selectedCredentials");
        assertThat(report.errors().get(0).problem()).endsWith("but secrets are also given: password");
    }

    @Test
    void headersAndEmptySecretsBesideSelectedCredentialsAreAccepted() {
        assertThat(of(draft("rest")
                                .useCredentials("c1")
                                .set("queryHeaders", List.of(Map.of("name", "a", "value", "b")))
                                .set("password", ""))
                        .violations())
                .isEmpty();
        assertThat(of(draft("rest").useCredentials("c1").secret("password", Secret.of("")))
                        .violations())
                .isEmpty();
    }

    @Test
    void nameOfCredentialsThatAreNotSeparatedIsRejected() {
        assertThat(SpecFixtures.codes(of(draft("mssql").set("credentialsName", "mine"))))
                .containsExactly("NAMED_NOT_SEPARATE credentialsName");
    }

    @Test
    void sourceBehindAGatewayRequiresAGateway() {
        assertThat(SpecFixtures.codes(of(draft("DG_mssql")))).containsExactly("GATEWAY_MISSING gatewayInstance");
        assertThat(of(draft("DG_mssql").set("gatewayInstance", "a::b")).violations())
                .isEmpty();
        assertThat(of(draft("mssql")).violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "repsrc_mysql, true",
        "reptgt_qdis3, true",
        "reptgt_qdisnowflake, false",
        "reptgt_qdidatabricks, false",
        "reptgt_qdibigquery, false",
        "mysql, false"
    })
    void missingAgentIsAWarning(String source, boolean needed) {
        ValidationReport report = of(draft(source));

        assertThat(report.isValid()).isTrue();
        assertThat(SpecFixtures.codes(report)).isEqualTo(needed ? List.of("AGENT_MISSING agentId") : List.of());
        assertThat(of(draft(source.startsWith("rep") ? source : "repsrc_x").set("agentId", "a1"))
                        .violations())
                .isEmpty();
    }

    @Test
    void missingGatewayIsReportedOnceIfTheSchemaRequiresItToo() {
        ConnectionSpec spec = ConnectionSpec.parse(
                "DG_x", "{\"connectionProperties\": {\"properties\": {}, \"required\": [\"gatewayInstance\"]}}");

        assertThat(SpecFixtures.codes(
                        spec.validate(ConnectionDraft.builder("DG_x", "x").build())))
                .containsExactly("GATEWAY_MISSING gatewayInstance");
    }
}
