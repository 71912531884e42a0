package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionPatchTest {

    private static final String LIST = "/api/v1/data-connections";

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    @RegisterExtension
    FakeTenantExtension extension =
            FakeTenantExtension.of(FakeTenant.builder().clock(clock).build());

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String sql;
    private String snow;

    @BeforeEach
    void addConnections() {
        api = new ApiCaller(tenant);
        sql = tenant.addConnection(
                "mssql",
                "sql",
                null,
                Map.of("host", "old.example", "database", "db", "username", "u", "password", "OLD"));
        snow = tenant.addConnection(
                "snowflake",
                "snow",
                null,
                Map.of(
                        "server",
                        "acme.example",
                        "PRIV_KEY_FILE",
                        List.of(Map.of("name", "old.p8", "value", "T0xE")),
                        "role",
                        "READER"));
    }

    private StoredConnection stored(String id) {
        return tenant.connections().stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int patch(String id, String body) {
        return api.patch(LIST + "/" + id, body).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "Value"})
    void namePropertiesAndTagsAreChangedInOneRequest(String member) {
        clock.advance(Duration.ofMinutes(5));
        ApiResponse response = api.patch(LIST + "/" + sql, """
                [{"op": "replace", "path": "/qName", "value": "renamed"},
                 {"op": "add", "path": "/tags", "value": ["a", "b"]},
                 {"op": "replace", "path": "/connectionProperties/database", "value": "other"},
                 {"op": "add", "path": "/connectionProperties/maxStringLength", "value": 3000}]
                """.replace("value", member));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        StoredConnection after = stored(sql);
        assertThat(after.name()).isEqualTo("renamed");
        assertThat(after.tags()).containsExactly("a", "b");
        assertThat(after.properties()).containsEntry("database", "other").containsEntry("maxStringLength", 3000);
        assertThat(after.connectStatement()).contains("database=other;").contains("maxStringLength=3000;");
        assertThat(after.secrets()).containsEntry("password", "OLD");
        assertThat(after.created()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(after.updated()).isEqualTo("2026-01-01T00:05:00Z");
    }

    @Test
    void embeddedSecretIsRotated() {
        String credential = stored(sql).credentialId().orElseThrow();

        assertThat(patch(
                        sql,
                        "[{\"op\": \"replace\", \"path\": \"/connectionProperties/password\", \"value\": \"NEW\"}]"))
                .isEqualTo(204);

        assertThat(stored(sql).secrets()).containsEntry("password", "NEW");
        assertThat(stored(sql).credentialId()).contains(credential);
        assertThat(api.get(LIST + "/" + sql + "?parseConnection=true").body()).doesNotContain("NEW");
    }

    @Test
    void propertyIsRemoved() {
        assertThat(patch(snow, "[{\"op\": \"remove\", \"path\": \"/connectionProperties/role\"}]"))
                .isEqualTo(204);
        assertThat(stored(snow).properties()).doesNotContainKey("role");
        assertThat(patch(snow, "[{\"op\": \"remove\", \"path\": \"/connectionProperties/role\"}]"))
                .isEqualTo(400);
    }

    @Test
    void membersOfAFileAreChangedByIndex() {
        assertThat(patch(snow, """
                        [{"op": "replace", "path": "/connectionProperties/PRIV_KEY_FILE/0/name", "value": "new.p8"},
                         {"op": "replace", "path": "/connectionProperties/PRIV_KEY_FILE/0/value", "value": "TkVX"}]
                        """)).isEqualTo(204);

        assertThat(stored(snow).secrets())
                .containsEntry("PRIV_KEY_FILE", List.of(Map.of("name", "new.p8", "value", "TkVX")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/PRIV_KEY_FILE/1/value\", \"value\": \"TkVX\"}]",
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/PRIV_KEY_FILE/0/size\", \"value\": \"1\"}]",
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/PRIV_KEY_FILE/-/value\", \"value\": \"1\"}]",
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/role/0/value\", \"value\": \"1\"}]",
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties\", \"value\": []}]",
                "[{\"op\": \"replace\", \"path\": \"/space\", \"value\": \"x\"}]",
                "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \" \"}]",
                "[{\"op\": \"remove\", \"path\": \"/qName\"}]",
                "[{\"op\": \"replace\", \"path\": \"qName\", \"value\": \"x\"}]",
                "[{\"op\": \"replace\", \"path\": \"/qName\"}]",
                "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": null}]",
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/role\", \"value\": {}}]",
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/role\", \"value\": 1.5}]",
                "[{\"op\": \"move\", \"from\": \"/qName\", \"path\": \"/tags\"}]",
                "{\"patchData\": [{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"x\"}]}",
                "{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"x\"}"
            })
    void invalidPatchIsRejected(String body) {
        ApiResponse response = api.patch(LIST + "/" + snow, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.error().path("code").asText()).isEqualTo("DCERROR-0010");
        assertThat(stored(snow).name()).isEqualTo("snow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json-patch+json", "application/merge-patch+json", "text/plain", "text/json;a=b"})
    void otherMediaTypesThanJsonAreRejected(String contentType) {
        String body = "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"renamed\"}]";

        ApiResponse response = api.send("PATCH", LIST + "/" + snow, body, "Content-Type", contentType);

        assertThat(response.status()).isEqualTo(415);
        assertThat(response.error().path("status").asInt()).isEqualTo(415);
        assertThat(stored(snow).name()).isEqualTo("snow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON;charset=UTF-8", "application/json"})
    void jsonMediaTypeIsAcceptedWithParametersAndInAnyLetterCase(String contentType) {
        String body = "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"renamed\"}]";

        assertThat(api.send("PATCH", LIST + "/" + snow, body, "Content-Type", contentType)
                        .status())
                .isEqualTo(204);
        assertThat(stored(snow).name()).isEqualTo("renamed");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/data-connections",
        "POST, /api/v1/data-connections/actions/duplicate",
        "POST, /api/v1/data-credentials/actions/filter-orphan",
        "PUT, /api/v1/data-sources/rest/settings"
    })
    void everyBodyMustBeDeclaredAsJson(String method, String path) {
        assertThat(api.send(method, path, "{}", "Content-Type", "text/plain").status())
                .isEqualTo(415);
    }

    @Test
    void patchOfACredentialThatIsNotDeclaredAsJsonIsRejected() {
        String id = tenant.addCredential("mssql", "dba", Map.of("password", "P"));
        String body = "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"renamed\"}]";

        assertThat(api.send(
                                "PATCH",
                                "/api/v1/data-credentials/" + id,
                                body,
                                "Content-Type",
                                "application/json-patch+json")
                        .status())
                .isEqualTo(415);
        assertThat(tenant.credentials()).extracting(StoredCredential::name).contains("dba");
    }

    @Test
    void oneFailedOperationRollsBackThePatch() {
        assertThat(patch(sql, """
                        [{"op": "replace", "path": "/qName", "value": "renamed"},
                         {"op": "replace", "path": "/connectionProperties/password", "value": "NEW"},
                         {"op": "remove", "path": "/connectionProperties/nothing"}]
                        """)).isEqualTo(400);

        assertThat(stored(sql).name()).isEqualTo("sql");
        assertThat(stored(sql).secrets()).containsEntry("password", "OLD");
    }

    @Test
    void duplicateNameIsRejectedAndNothingIsChanged() {
        assertThat(patch(sql, """
                        [{"op": "replace", "path": "/connectionProperties/password", "value": "NEW"},
                         {"op": "replace", "path": "/qName", "value": "snow"}]
                        """)).isEqualTo(409);

        assertThat(stored(sql).secrets()).containsEntry("password", "OLD");
    }

    @Test
    void statementTogetherWithPropertiesIsRejected() {
        assertThat(patch(sql, """
                        [{"op": "replace", "path": "/qConnectStatement", "value": "x"},
                         {"op": "replace", "path": "/connectionProperties/database", "value": "x"}]
                        """)).isEqualTo(400);
    }

    @Test
    void twoPasswordsAreRejected() {
        assertThat(patch(sql, """
                        [{"op": "replace", "path": "/qPassword", "value": "x"},
                         {"op": "replace", "path": "/connectionProperties/password", "value": "x"}]
                        """)).isEqualTo(400);
    }

    @Test
    void statementChangeRequiresCredentials() {
        String statement = stored(sql).connectStatement();
        String change = "{\"op\": \"replace\", \"path\": \"/qConnectStatement\", \"value\": \"%s\"}";
        String same = change.formatted(statement.replace("\"", "\\\""));
        String other =
                change.formatted(statement.replace("old.example", "new.example").replace("\"", "\\\""));

        assertThat(patch(sql, "[" + other + "]")).isEqualTo(400);
        assertThat(patch(sql, "[" + same + "]")).isEqualTo(204);
        assertThat(patch(sql, "[" + other + ",{\"op\": \"add\", \"path\": \"/qPassword\", \"value\": \"ENC\"}]"))
                .isEqualTo(204);
        assertThat(stored(sql).properties()).containsEntry("host", "new.example");
        assertThat(stored(sql).secrets()).containsEntry("qPassword", "ENC");
        assertThat(stored(sql).connectStatement()).contains("host=new.example;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "server", "url"})
    void addressChangeRequiresCredentials(String property) {
        String id = tenant.addConnection("mssql", "m", null, Map.of(property, "old.example", "password", "OLD"));
        String change =
                "{\"op\": \"replace\", \"path\": \"/connectionProperties/" + property + "\", \"value\": \"%s\"}";
        String other = change.formatted("new.example");

        assertThat(patch(id, "[" + other + "]")).isEqualTo(400);
        assertThat(patch(id, "[" + change.formatted("old.example") + "]")).isEqualTo(204);
        assertThat(
                        patch(
                                id,
                                "[" + other
                                        + ",{\"op\": \"replace\", \"path\": \"/connectionProperties/password\", \"value\": \"NEW\"}]"))
                .isEqualTo(204);
        assertThat(stored(id).properties()).containsEntry(property, "new.example");
    }

    @Test
    void authCodeHeaderCountsAsCredentialsOfAnOAuthSource() {
        tenant.addDataSource(FakeDataSource.builder("cloud").oauth().build());
        String cloud = tenant.addConnection("cloud", "c", null, Map.of("url", "https://old.example"));
        String body =
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/url\", \"value\": \"https://new.example\"}]";

        assertThat(api.send("PATCH", LIST + "/" + cloud, body).status()).isEqualTo(400);
        assertThat(api.send("PATCH", LIST + "/" + cloud, body, "qlik-auth-code", "code=4/0AX")
                        .status())
                .isEqualTo(204);
        assertThat(stored(cloud).secrets()).containsEntry("authCode", "code=4/0AX");
    }

    @Test
    void lookupByNameSearchesThePersonalSpaceOnly() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);
        tenant.addConnection("rest", "shared", finance, Map.of());
        String body = "[{\"op\": \"replace\", \"path\": \"/tags\", \"value\": [\"x\"]}]";

        assertThat(api.patch(LIST + "/sql?type=connectionname", body).status()).isEqualTo(204);
        assertThat(stored(sql).tags()).containsExactly("x");
        assertThat(api.patch(LIST + "/shared?type=connectionname&spaceId=" + finance, body)
                        .status())
                .isEqualTo(404);
        assertThat(api.patch(LIST + "/sql", body).status()).isEqualTo(400);
    }
}
