package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeparatedCredentialsTest {

    private static final String CONNECTIONS = "/api/v1/data-connections";
    private static final String CREDENTIALS = "/api/v1/data-credentials";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;

    @BeforeEach
    void createCaller() {
        api = new ApiCaller(tenant);
    }

    private ApiResponse create(String name, String properties) {
        return api.post(
                CONNECTIONS,
                "{\"dataSourceId\": \"mssql\", \"qName\": \"" + name
                        + "\", \"connectionProperties\": {\"host\": \"h.example\", \"separateCredentials\": \"true\", "
                        + properties + "}}");
    }

    private JsonNode createWithNew(String credential) {
        return create("with " + credential, "\"password\": \"SENT\", \"credentialsName\": \"" + credential + "\"")
                .json();
    }

    private StoredConnection only() {
        return tenant.connections().get(0);
    }

    @Test
    void credentialsAreCreatedWithAConnectionAndReused() {
        JsonNode first = createWithNew("dba");
        String credential = first.path("qCredentialsID").asText();

        JsonNode found = api.get(CREDENTIALS + "/dba?byCredentialName=true").json();
        ApiResponse second = create("second", "\"selectedCredentials\": \"" + credential + "\"");

        assertThat(first.path("qSeparateCredentials").booleanValue()).isTrue();
        assertThat(first.path("qCredentialsName").asText()).isEqualTo("dba");
        assertThat(found.path("qID").asText()).isEqualTo(credential);
        assertThat(found.path("qConnCount").asInt()).isEqualTo(1);
        assertThat(found.path("qSeparated").asInt()).isEqualTo(1);
        assertThat(found.path("connectionId").asText("absent")).isEmpty();
        assertThat(found.at("/links/self/href").asText())
                .isEqualTo(tenant.url() + "/v1/data-credentials/" + credential);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("qCredentialsID").asText()).isEqualTo(credential);
        assertThat(api.get(CREDENTIALS + "/" + credential)
                        .json()
                        .path("qConnCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(only().secrets()).containsEntry("password", "SENT");
        assertThat(only().credentialName()).contains("dba");
        String parsed = api.get(CONNECTIONS + "/" + only().id() + "?parseConnection=true")
                .body();
        assertThat(parsed).contains("\"separateCredentials\":true").doesNotContain("SENT", "credentialsName");
    }

    @Test
    void unknownDuplicateOrForeignCredentialsAreRejected() {
        createWithNew("dba");
        String rest = tenant.addCredential("rest", "for rest", Map.of("password", "P"));

        assertThat(create("a", "\"selectedCredentials\": \"5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11\"")
                        .status())
                .isEqualTo(404);
        assertThat(create("b", "\"selectedCredentials\": \"" + rest + "\"").status())
                .isEqualTo(400);
        assertThat(create("c", "\"credentialsName\": \"dba\"").status()).isEqualTo(409);
        assertThat(tenant.connections()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.addCredential("rest", "for rest", Map.of()));
    }

    @Test
    void credentialsPerUserAreSupported() {
        ApiResponse response = create("nobody's", "\"database\": \"db\"");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().has("qCredentialsID")).isFalse();
        assertThat(only().separateCredentials()).isTrue();
    }

    @Test
    void credentialsAreOrphanedByTheDeletionOfTheirConnection() {
        JsonNode first = createWithNew("dba");
        api.delete(CONNECTIONS + "/" + first.path("qID").asText());

        JsonNode orphans = api.post(CREDENTIALS + "/actions/filter-orphan", "{\"qSeparated\": 1}")
                .json();
        assertThat(orphans.path("count").asInt()).isEqualTo(1);
        assertThat(orphans.at("/data/0/qName").asText()).isEqualTo("dba");
        assertThat(orphans.at("/data/0/user").asText()).isEqualTo(tenant.userId());
        assertThat(api.post(CREDENTIALS + "/actions/filter-orphan", "{\"qSeparated\": 0}")
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(api.post(CREDENTIALS + "/actions/filter-orphan", "{\"datasourceID\": \"rest\"}")
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(api.post(CREDENTIALS + "/actions/filter-orphan", "{\"qType\": \"QvOdbcConnectorPackage.exe\"}")
                        .json()
                        .path("data"))
                .hasSize(1);

        assertThat(api.delete(CREDENTIALS + "/dba?byCredentialName=true").status())
                .isEqualTo(204);
        assertThat(api.get(CREDENTIALS + "/dba?byCredentialName=true").status()).isEqualTo(404);
        assertThat(tenant.credentials()).isEmpty();
    }

    @Test
    void orphanFilterRequiresAValidValueAndAnAdministrator() {
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", false));

        assertThat(api.post(CREDENTIALS + "/actions/filter-orphan", "{\"qSeparated\": 2}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(CREDENTIALS + "/actions/filter-orphan", "[]").status())
                .isEqualTo(400);
        assertThat(bob.post(CREDENTIALS + "/actions/filter-orphan", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void embeddedCredentialsAreDeletedWithTheirConnection() {
        String id = tenant.addConnection("mssql", "m", null, Map.of("password", "P"));
        assertThat(tenant.credentials()).hasSize(1).first().matches(credential -> !credential.separated());

        api.delete(CONNECTIONS + "/" + id);

        assertThat(tenant.credentials()).isEmpty();
    }

    @Test
    void hostChangeDetachesCredentials() {
        createWithNew("dba");

        ApiResponse response = api.patch(
                CONNECTIONS + "/" + only().id(),
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/host\", \"value\": \"new.example\"}]");

        assertThat(response.status()).isEqualTo(204);
        assertThat(only().properties()).containsEntry("host", "new.example");
        assertThat(only().separateCredentials()).isTrue();
        assertThat(only().credentialId()).isEmpty();
        assertThat(tenant.credentials()).hasSize(1);
    }

    @Test
    void patchCreatesAndSelectsCredentials() {
        String id = tenant.addConnection("mssql", "m", null, Map.of("host", "h", "password", "OLD"));

        ApiResponse made = api.patch(CONNECTIONS + "/" + id, """
                [{"op": "replace", "path": "/connectionProperties/password", "value": "NEW"},
                 {"op": "replace", "path": "/connectionProperties/separateCredentials", "value": true},
                 {"op": "add", "path": "/connectionProperties/credentialsName", "value": "fresh"}]
                """);

        assertThat(made.status()).isEqualTo(204);
        assertThat(only().separateCredentials()).isTrue();
        assertThat(only().credentialName()).contains("fresh");
        assertThat(only().secrets()).containsEntry("password", "NEW");
        assertThat(tenant.credentials()).hasSize(1);

        String other = tenant.addCredential("mssql", "other", Map.of("password", "P"));
        ApiResponse chosen = api.patch(
                CONNECTIONS + "/" + id,
                "[{\"op\": \"add\", \"path\": \"/connectionProperties/selectedCredentials\", \"value\": \"" + other
                        + "\"}]");
        assertThat(chosen.status()).isEqualTo(204);
        assertThat(only().credentialId()).contains(other);
    }

    @Test
    void selectedCredentialsAloneReplaceEmbeddedOnes() {
        String id = tenant.addConnection(
                "mssql", "m", null, Map.of("host", "h", "password", "OLD", "separateCredentials", false));
        String team = tenant.addCredential("mssql", "team", Map.of("password", "TEAM"));

        assertThat(api.patch(CONNECTIONS + "/" + id, """
                        [{"op": "replace", "path": "/connectionProperties/selectedCredentials", "value": "%s"},
                         {"op": "replace", "path": "/connectionProperties/host", "value": "new.example"}]
                        """.formatted(team)).status())
                .isEqualTo(204);

        assertThat(only().separateCredentials()).isTrue();
        assertThat(only().credentialId()).contains(team);
        assertThat(only().properties()).containsEntry("host", "new.example").containsEntry("separateCredentials", true);
        assertThat(tenant.credentials()).hasSize(1);
    }

    @Test
    void credentialsOfAnotherSourceOrUserCannotBeSelectedByAPatch() {
        String id = tenant.addConnection("mssql", "m", null, Map.of("host", "h", "password", "OLD"));
        String rest = tenant.addCredential("rest", "for rest", Map.of("password", "P"));
        String select =
                "[{\"op\": \"add\", \"path\": \"/connectionProperties/selectedCredentials\", \"value\": \"%s\"}]";

        assertThat(api.patch(CONNECTIONS + "/" + id, select.formatted(rest)).status())
                .isEqualTo(400);
        assertThat(api.patch(CONNECTIONS + "/" + id, select.formatted("5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11"))
                        .status())
                .isEqualTo(404);
        assertThat(only().separateCredentials()).isFalse();
        assertThat(only().secrets()).containsEntry("password", "OLD");
    }

    @Test
    void credentialsSelectedTogetherWithANewHostStayAttached() {
        createWithNew("dba");
        String team = tenant.addCredential("mssql", "team", Map.of("password", "TEAM"));

        assertThat(api.patch(CONNECTIONS + "/" + only().id(), """
                        [{"op": "replace", "path": "/connectionProperties/host", "value": "new.example"},
                         {"op": "add", "path": "/connectionProperties/selectedCredentials", "value": "%s"}]
                        """.formatted(team))
                        .status())
                .isEqualTo(204);

        assertThat(only().credentialId()).contains(team);
    }

    @Test
    void patchMakesCredentialsEmbeddedAgain() {
        createWithNew("dba");

        ApiResponse response = api.patch(CONNECTIONS + "/" + only().id(), """
                [{"op": "replace", "path": "/connectionProperties/separateCredentials", "value": "false"},
                 {"op": "replace", "path": "/connectionProperties/password", "value": "INLINE"}]
                """);

        assertThat(response.status()).isEqualTo(204);
        assertThat(only().separateCredentials()).isFalse();
        assertThat(only().credentialName()).isEmpty();
        assertThat(only().secrets()).containsExactly(Map.entry("password", "INLINE"));
        assertThat(tenant.credentials()).hasSize(2);
    }

    @Test
    void credentialsAreRenamedAndReplaced() {
        String id = tenant.addCredential("mssql", "dba", Map.of("password", "OLD"));
        tenant.addCredential("mssql", "taken", Map.of());
        String rename = "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"%s\"}]";

        assertThat(api.patch(CREDENTIALS + "/" + id, rename.formatted("ops")).status())
                .isEqualTo(204);
        assertThat(api.patch(CREDENTIALS + "/" + id, rename.formatted("taken")).status())
                .isEqualTo(409);
        assertThat(api.patch(
                                CREDENTIALS + "/" + id,
                                "[{\"op\": \"add\", \"path\": \"/connectionId\", \"value\": \"x\"}]")
                        .status())
                .isEqualTo(400);
        assertThat(api.patch(
                                CREDENTIALS + "/ops?byCredentialName=true",
                                "[{\"op\": \"add\", \"path\": \"/qPassword\", \"value\": \"ENC\"}]")
                        .status())
                .isEqualTo(204);
        assertThat(tenant.credentials().get(0).name()).isEqualTo("ops");
        assertThat(tenant.credentials().get(0).secrets()).containsEntry("qPassword", "ENC");

        String whole =
                "{\"qName\": \"team\", \"qType\": \"QvOdbcConnectorPackage.exe\", \"qUsername\": \"u\", \"qPassword\": \"p\"%s}";
        assertThat(api.put(CREDENTIALS + "/" + id, whole.formatted("")).status())
                .isEqualTo(204);
        assertThat(tenant.credentials().get(0).secrets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("qUsername", "u", "qPassword", "p"));
        assertThat(api.put(CREDENTIALS + "/" + id, whole.formatted(", \"connectionId\": \"c\""))
                        .status())
                .isEqualTo(400);
        assertThat(api.put(CREDENTIALS + "/" + id, "{\"qName\": \"team\"}").status())
                .isEqualTo(400);
        assertThat(tenant.credentials().get(0).toString()).contains("team").doesNotContain("qPassword");
    }

    @Test
    void credentialsAreVisibleToTheirUserOnly() {
        String id = tenant.addCredential("mssql", "dba", Map.of("password", "P"));
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", true));

        assertThat(bob.get(CREDENTIALS + "/" + id).status()).isEqualTo(404);
        assertThat(bob.get(CREDENTIALS + "/dba?byCredentialName=true").status()).isEqualTo(404);
        assertThat(bob.delete(CREDENTIALS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void deletedCredentialsLeaveTheirConnections() {
        JsonNode connection = createWithNew("dba");

        api.delete(CREDENTIALS + "/" + connection.path("qCredentialsID").asText());

        assertThat(only().credentialId()).isEmpty();
        assertThat(only().separateCredentials()).isTrue();
    }

    @Test
    void credentialsAreSelectedForReadingAConnection() {
        JsonNode connection = createWithNew("dba");
        String other = tenant.addCredential("mssql", "other", Map.of());
        String path = CONNECTIONS + "/" + connection.path("qID").asText();

        assertThat(api.get(path + "?credentialId=" + other)
                        .json()
                        .path("qCredentialsID")
                        .asText())
                .isEqualTo(other);
        assertThat(api.get(path + "?credentialId=other&byCredentialName=true")
                        .json()
                        .path("qCredentialsID")
                        .asText())
                .isEqualTo(other);
        assertThat(api.get(path + "?credentialId=nope&byCredentialName=true").status())
                .isEqualTo(404);
    }

    @Test
    void connectStatementsUseSeparatedCredentials() {
        String id = tenant.addCredential("snowflake", "team", Map.of("password", "P"));
        String body = """
                {"datasourceID": "snowflake", "qName": "%s", "qType": "QvOdbcConnectorPackage.exe", %s,
                 "qConnectStatement": "CUSTOM CONNECT TO \\"provider=QvOdbcConnectorPackage.exe;driver=snowflake;\\""}""";

        assertThat(api.post(CONNECTIONS, body.formatted("a", "\"qCredentialsID\": \"" + id + "\""))
                        .json()
                        .path("qCredentialsID")
                        .asText())
                .isEqualTo(id);
        assertThat(api.post(CONNECTIONS, body.formatted("b", "\"qCredentialsID\": \"5f0c6ef0\""))
                        .status())
                .isEqualTo(404);
        ApiResponse named = api.post(
                CONNECTIONS,
                body.formatted(
                        "c",
                        "\"qSeparateCredentials\": true, \"qCredentialsName\": \"mine\", \"qUsername\": \"u\", \"qPassword\": \"p\""));
        assertThat(named.json().path("qCredentialsName").asText()).isEqualTo("mine");
        assertThat(tenant.credentials()).hasSize(2);
    }
}
