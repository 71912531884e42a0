package io.github.qlikconnections.livedrift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LiveDriftTest {

    private static final Path DOCUMENTS = Path.of("..", "..", "openapi");
    private static final String SOURCE = "mssql";

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    @TempDir
    private Path saved;

    private String connectionId = "";
    private String printed = "";

    @BeforeEach
    void fill() {
        String space = tenant.addSpace("Finance", SpaceType.SHARED);
        connectionId = tenant.addConnection(SOURCE, "Orders", space, Map.of("host", "db.example.com"));
    }

    @Test
    void tenantThatRespondsAsDocumentedHasNoDrift() throws Exception {
        assertThat(check()).isZero();
        assertThat(printed).contains("as documented", SOURCE, "usable", "0 rejected");
        assertThat(tenant.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void undocumentedMembersAreNamedWithoutValues() throws Exception {
        plant("/api/v1/data-connections/" + connectionId, 200, """
                {"qID": 7, "qName": "planted-value", "qConnectStatement": "planted-value", "qType": "planted-value",
                 "qLogOn": 1, "qEngineObjectID": "planted-value", "qArchitecture": 0, "privileges": ["read", "lend"],
                 "tenant": "planted-value", "planted": {"deep": "planted-value"}}
                """);
        assertThat(check()).isEqualTo(1);
        String place = "GET /api/v1/data-connections/{qID} 200 ";
        assertThat(printed)
                .containsPattern("unknown member +\\Q" + place + "planted\\E +1 times +object")
                .containsPattern("other type +\\Q" + place + "qID\\E +1 times +integer, documented is string")
                .containsPattern("unknown value +\\Q" + place + "privileges[]\\E +1 times +\"lend\"")
                .containsPattern("missing member +\\Q" + place + "links\\E +1 times")
                .contains("not all as documented")
                .doesNotContain("planted-value", tenant.apiKey());
    }

    @Test
    void undocumentedStatusIsReportedAndTheResultIsIncomplete() throws Exception {
        plant("/api/v1/spaces", 418, "{}");
        assertThat(check()).isEqualTo(2);
        assertThat(printed)
                .containsPattern("unknown status +GET /api/v1/spaces 418")
                .contains("1 rejected");
    }

    @Test
    void announcedEndOfAnOperationIsReported() throws Exception {
        tenant.stubNext(
                "GET",
                "/api/v1/spaces",
                StubResponse.passThrough()
                        .header("Deprecation", "@1793491200")
                        .header("Sunset", "Mon, 01 Nov 2027 00:00:00 GMT")
                        .header("Link", "<https://qlik.dev/x>; rel=\"deprecation\""));
        tenant.stubNext(
                "GET",
                "/api/v1/data-connections",
                StubResponse.passThrough().header("Link", "<https://qlik.dev/y>; rel=\"next\""));
        assertThat(check()).isEqualTo(1);
        assertThat(printed)
                .containsPattern("deprecated +GET /api/v1/spaces 200 +1 times +Deprecation: @1793491200")
                .containsPattern("deprecated +GET /api/v1/spaces 200 +1 times +Sunset: Mon, 01 Nov 2027 00:00:00 GMT")
                .containsPattern("deprecated +GET /api/v1/spaces 200 +1 times +Link: <https://qlik.dev/x>")
                .doesNotContain("https://qlik.dev/y");
        assertThat(tenant.requests())
                .allMatch(request -> request.header("qlik-api-version").equals(Optional.of("2026-11")));
    }

    @Test
    void responseThatIsNotJsonIsReported() throws Exception {
        plant("/api/v1/spaces", 200, "<html>");
        assertThat(check()).isEqualTo(1);
        assertThat(printed).containsPattern("not JSON +GET /api/v1/spaces 200");
    }

    @Test
    void changeOfASavedSpecificationIsReported() throws Exception {
        assertThat(check()).isZero();
        assertThat(check()).isZero();
        assertThat(printed).contains("as saved").doesNotContain("CHANGED");
        plant("/api/v1/data-sources/" + SOURCE + "/api-specs", 200, """
                {"connectorProvider": "p", "connectorVersion": "2",
                 "connectionProperties": {"type": "object", "properties": {"plantedProperty": {"type": "string"}}}}
                """);
        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains("CHANGED since it was saved", "plantedProperty", "as documented");
    }

    @Test
    void unusableSpecificationIsReported() throws Exception {
        plant("/api/v1/data-sources/" + SOURCE + "/api-specs", 200, """
                {"connectorProvider": "p", "connectorVersion": "2", "connectionProperties": {"type": 7}}
                """);
        assertThat(check()).isEqualTo(1);
        assertThat(printed).containsPattern(SOURCE + " +UNUSABLE");
    }

    @Test
    void specificationThatBecameUnusableIsReported() throws Exception {
        assertThat(check()).isZero();
        plant("/api/v1/data-sources/" + SOURCE + "/api-specs", 200, """
                {"connectorProvider": "p", "connectorVersion": "2", "connectionProperties": {"type": 7}}
                """);
        assertThat(check()).isEqualTo(1);
        assertThat(printed).containsPattern(SOURCE + " +UNUSABLE +0 properties +UNUSABLE since it was saved");
    }

    @Test
    void specificationWithChangedRulesIsReported() throws Exception {
        String spec = """
                {"connectorProvider": "p", "connectorVersion": "2", "connectionProperties":
                 {"type": "object", "properties": {"host": {"type": "string"}}, "minProperties": %d}}
                """;
        plant("/api/v1/data-sources/" + SOURCE + "/api-specs", 200, spec.formatted(1));
        assertThat(check()).isZero();
        plant("/api/v1/data-sources/" + SOURCE + "/api-specs", 200, spec.formatted(2));
        assertThat(check()).isEqualTo(1);
        assertThat(printed).containsPattern(SOURCE + " +usable +1 properties +CHANGED since it was saved");
    }

    @Test
    void savedDataSourceThatIsNotListedIsReported() throws Exception {
        assertThat(check()).isZero();
        Files.copy(saved.resolve(SOURCE + ".json"), saved.resolve("old%20source.json"));
        assertThat(check()).isEqualTo(1);
        assertThat(printed).contains("old source", "NOT LISTED since it was saved");
    }

    @Test
    void comparesWithACatalogThatTheLibrarySaved() throws Exception {
        try (QlikClient qlik = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            qlik.dataSources().specs().save(saved);
        }
        assertThat(check()).isZero();
        assertThat(printed).contains("as saved").doesNotContain(" saved\n    ", "CHANGED");
    }

    private void plant(String path, int status, String body) {
        tenant.stubNext("GET", path, StubResponse.json(status, body));
    }

    private int check() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = LiveDrift.run(
                tenant.url(), tenant.apiKey(), DOCUMENTS, saved, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        printed = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }
}
