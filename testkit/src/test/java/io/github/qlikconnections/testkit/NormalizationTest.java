package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizationTest {

    private static final String CONNECTIONS = "/api/v1/data-connections";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;

    @BeforeEach
    void createCaller() {
        api = new ApiCaller(tenant);
    }

    private String create(String properties) {
        return api.created("{\"datasourceID\": \"mssql\", \"qName\": \"Orders\", \"connectionProperties\": {%s}}"
                .formatted(properties));
    }

    private JsonNode properties(String id) {
        return api.get(CONNECTIONS + "/" + id + "?parseConnection=true").json().path("connectionProperties");
    }

    private StoredConnection stored() {
        return tenant.connections().get(0);
    }

    private void patch(String id, String property, String value) {
        String body = "[{\"op\": \"replace\", \"path\": \"/connectionProperties/%s\", \"value\": %s}]";
        assertThat(api.patch(CONNECTIONS + "/" + id, body.formatted(property, value))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void createdPatchedAndSeededValuesAreNormalized() {
        tenant.normalize("database", Normalization.lowerCased());

        String created = create("\"database\": \"Sales\", \"schema\": \"Public\"");
        assertThat(properties(created).path("database").asText()).isEqualTo("sales");
        assertThat(properties(created).path("schema").asText()).isEqualTo("Public");

        patch(created, "database", "\"HR\"");
        assertThat(properties(created).path("database").asText()).isEqualTo("hr");

        String seeded = tenant.addConnection("mssql", "Seeded", null, Map.of("database", "ERP"));
        assertThat(properties(seeded).path("database").asText()).isEqualTo("erp");
    }

    @Test
    void replacedConnectStatementIsNormalized() {
        tenant.normalize("database", Normalization.lowerCased());
        String id = create("\"database\": \"Sales\"");

        String body = """
                {"qID": "%s", "qEngineObjectID": "%s", "qName": "Orders", "qType": "QvOdbcConnectorPackage.exe",
                 "qConnectStatement": "CUSTOM CONNECT TO \\"provider=QvOdbcConnectorPackage.exe;driver=mssql;database=HR;\\""}""";
        assertThat(api.put(CONNECTIONS + "/" + id, body.formatted(id, id)).status())
                .isEqualTo(204);

        assertThat(properties(id).path("database").asText()).isEqualTo("hr");
    }

    @Test
    void hiddenPropertyIsStoredAndInNoResponse() {
        tenant.normalize("database", Normalization.hidden());

        String id = create("\"database\": \"Sales\", \"host\": \"h.example\"");

        assertThat(stored().properties()).containsEntry("database", "Sales");
        assertThat(properties(id).has("database")).isFalse();
        assertThat(properties(id).path("host").asText()).isEqualTo("h.example");
        assertThat(api.get(CONNECTIONS + "/" + id + "?parseConnection=true").body())
                .doesNotContain("Sales");
        assertThat(api.get(CONNECTIONS).body()).doesNotContain("Sales");
    }

    static Stream<Arguments> otherTypes() {
        return Stream.of(
                Arguments.of("true", "\"True\""),
                Arguments.of("false", "\"False\""),
                Arguments.of("1433", "\"1433\""),
                Arguments.of("10000000.5", "\"10000000.5\""),
                Arguments.of("2.50", "\"2.50\""),
                Arguments.of("\"TRUE\"", "true"),
                Arguments.of("\"false\"", "false"),
                Arguments.of("\"1000\"", "1000"),
                Arguments.of("\"-1.25\"", "-1.25"),
                Arguments.of("\"1e400\"", "\"1e400\""),
                Arguments.of("\"text\"", "\"text\""),
                Arguments.of("[\"1\"]", "[\"1\"]"));
    }

    @ParameterizedTest
    @MethodSource("otherTypes")
    void retypedValueIsReturnedAsAnotherJsonType(String sent, String returned) {
        // The schema declares port as a string, encrypt as a boolean, and no other names.
        for (String name : List.of("port", "encrypt", "custom")) {
            tenant.normalize(name, Normalization.retyped());
        }

        String id = create("\"port\": %1$s, \"encrypt\": %1$s, \"custom\": %1$s".formatted(sent));

        assertThat(properties(id).path("port").toString()).isEqualTo(returned);
        assertThat(properties(id).path("encrypt").toString()).isEqualTo(returned);
        assertThat(properties(id).path("custom").toString()).isEqualTo(returned);
    }

    @Test
    void addressThatIsNormalizedToTheStoredOneNeedsNoCredentials() {
        tenant.normalize("host", Normalization.lowerCased());
        String id = create("\"host\": \"DB.example\", \"password\": \"P\"");

        patch(id, "host", "\"DB.EXAMPLE\"");

        assertThat(properties(id).path("host").asText()).isEqualTo("db.example");
        String other =
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/host\", \"value\": \"OTHER.example\"}]";
        assertThat(api.patch(CONNECTIONS + "/" + id, other).status()).isEqualTo(400);
    }

    @Test
    void statementWithoutItsHiddenPropertyIsTheSameStatement() {
        tenant.normalize("database", Normalization.hidden());
        String id = create("\"host\": \"h.example\", \"database\": \"Sales\", \"password\": \"P\"");
        String read =
                api.get(CONNECTIONS + "/" + id).json().path("qConnectStatement").asText();

        String body = "[{\"op\": \"replace\", \"path\": \"/qConnectStatement\", \"value\": \"%s\"}]"
                .formatted(read.replace("\"", "\\\""));

        assertThat(read).doesNotContain("Sales");
        assertThat(api.patch(CONNECTIONS + "/" + id, body).status()).isEqualTo(204);
    }

    @Test
    void suffixIsAppendedOncePerStoredValue() {
        tenant.normalize("url", Normalization.appending("/"));
        String id = tenant.addConnection("rest", "Feed", null, Map.of("url", "https://h.example", "timeout", 30));

        patch(id, "timeout", "60");

        assertThat(properties(id).path("url").asText()).isEqualTo("https://h.example/");
    }

    @Test
    void customFunctionReceivesAndReturnsPlainValues() {
        tenant.normalize("database", Normalization.of(value -> List.of(Map.of("was", String.valueOf(value)))));
        tenant.normalize("schema", Normalization.of(value -> null));

        String id = create("\"database\": 7, \"schema\": \"s\"");

        assertThat(properties(id).path("database").toString()).isEqualTo("[{\"was\":\"7\"}]");
        assertThat(properties(id).path("schema").isNull()).isTrue();
    }

    @Test
    void customFunctionMayReturnDecimals() {
        tenant.normalize("timeout", Normalization.of(value -> new BigDecimal("30.5")));

        String id = create("\"timeout\": \"30\"");

        assertThat(properties(id).path("timeout").toString()).isEqualTo("30.5");
    }

    @Test
    void secretsAreNotAffected() {
        tenant.normalize("password", Normalization.lowerCased());

        create("\"password\": \"TopSecret\"");

        assertThat(stored().secrets()).containsEntry("password", "TopSecret");
    }

    @Test
    void valuesAreStoredAsSentAfterClearing() {
        tenant.normalize("database", Normalization.lowerCased());
        tenant.normalize("schema", Normalization.hidden());
        String id = create("\"database\": \"Sales\", \"schema\": \"Public\"");

        tenant.clearNormalizations();

        assertThat(properties(id).path("database").asText()).isEqualTo("sales");
        assertThat(properties(id).path("schema").asText()).isEqualTo("Public");
        patch(id, "database", "\"HR\"");
        assertThat(properties(id).path("database").asText()).isEqualTo("HR");
    }

    @Test
    void newerNormalizationReplacesTheEarlierOne() {
        tenant.normalize("database", Normalization.hidden());
        tenant.normalize("database", Normalization.appending("!"));

        String id = create("\"database\": \"Sales\"");

        assertThat(properties(id).path("database").asText()).isEqualTo("Sales!");
    }

    @Test
    void missingArgumentIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> tenant.normalize("host", null))
                .withMessage("normalization");
        assertThatNullPointerException()
                .isThrownBy(() -> tenant.injectFaults(null))
                .withMessage("faults");
        assertThatNullPointerException()
                .isThrownBy(() -> tenant.overrideName("Orders", null))
                .withMessage("connectionId");
        assertThatNullPointerException()
                .isThrownBy(() -> Normalization.appending(null))
                .withMessage("suffix");
    }
}
