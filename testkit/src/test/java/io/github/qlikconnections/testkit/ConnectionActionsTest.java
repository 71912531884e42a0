package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionActionsTest {

    private static final String ACTIONS = "/api/v1/data-connections/actions/";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;
    private String one;
    private String two;

    @BeforeEach
    void addConnections() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
        one = tenant.addConnection("mssql", "one", null, Map.of("host", "h", "password", "ONE"));
        two = tenant.addConnection("mssql", "two", null, Map.of("host", "h", "password", "TWO"));
    }

    private static String ids(String... ids) {
        return "{\"connections\": ["
                + String.join(
                        ",",
                        List.of(ids).stream()
                                .map(id -> "{\"id\": \"" + id + "\"}")
                                .toList()) + "]}";
    }

    private String item(String id, String members) {
        return "{\"connections\": [{\"id\": \"" + id + "\", " + members + "}]}";
    }

    @Test
    void deletionReportsEachItem() {
        ApiResponse response = api.post(ACTIONS + "delete", ids(one, "5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11", two));

        assertThat(response.status()).isEqualTo(207);
        JsonNode data = response.json().path("data");
        assertThat(data.findValuesAsText("status")).containsExactly("204", "404", "404", "204");
        assertThat(data.at("/0/id").asText()).isEqualTo(one);
        assertThat(data.at("/0").has("error")).isFalse();
        assertThat(data.at("/1/error/title").asText()).isNotEmpty();
        assertThat(tenant.connections()).isEmpty();
        assertThat(tenant.credentials()).isEmpty();
    }

    @Test
    void actionFailsForAConnectionSelectedByTheTest() {
        tenant.failBulkAction(two, 423, "LOCKED-1", "Held by a reload");

        JsonNode data = api.post(ACTIONS + "delete", ids(one, two)).json().path("data");

        assertThat(data.at("/1/status").asInt()).isEqualTo(423);
        assertThat(data.at("/1/error/code").asText()).isEqualTo("LOCKED-1");
        assertThat(data.at("/1/error/status").isInt()).isTrue();
        assertThat(tenant.connections()).extracting(StoredConnection::id).containsExactly(two);
        tenant.clearBulkFailures();
        assertThat(api.post(ACTIONS + "delete", ids(two))
                        .json()
                        .at("/data/0/status")
                        .asInt())
                .isEqualTo(204);
    }

    @Test
    void connectionIsMovedToASpaceAndBack() {
        ApiResponse there =
                api.post(ACTIONS + "update", item(one, "\"spaceId\": \"" + finance + "\", \"spaceType\": \"shared\""));

        assertThat(there.json().at("/data/0/status").asInt()).isEqualTo(204);
        assertThat(tenant.connections().get(0).space()).contains(finance);

        api.post(ACTIONS + "update", item(one, "\"spaceId\": \"\""));
        assertThat(tenant.connections().get(0).space()).isEmpty();
    }

    @Test
    void ownerChangeKeepsTheOwnerOfTheCredential() {
        api.post(ACTIONS + "update", item(one, "\"ownerId\": \"bob\""));

        assertThat(tenant.connections().get(0).owner()).isEqualTo("bob");
        assertThat(tenant.credentials().get(0).owner()).isEqualTo(tenant.userId());
    }

    @Test
    void itemThatCannotBeMovedFails() {
        tenant.addConnection("rest", "one", finance, Map.of());

        assertThat(statusOf("\"spaceId\": \"" + finance + "\"")).isEqualTo(400);
        assertThat(statusOf("\"spaceId\": \"" + finance + "\", \"spaceType\": \"data\""))
                .isEqualTo(400);
        assertThat(statusOf("\"spaceId\": \"nowhere\", \"spaceType\": \"shared\""))
                .isEqualTo(403);
        assertThat(statusOf("\"spaceId\": \"" + finance + "\", \"spaceType\": \"shared\""))
                .isEqualTo(409);
        assertThat(tenant.connections().get(0).space()).isEmpty();
    }

    private int statusOf(String members) {
        ApiResponse response = api.post(ACTIONS + "update", item(one, members));
        assertThat(response.status()).isEqualTo(207);
        return response.json().at("/data/0/error/status").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "update"})
    void actionsRequireAnAdministrator(String action) {
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", false));

        ApiResponse response = bob.post(ACTIONS + action, ids(one));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.error().path("detail").asText()).contains("admin");
        assertThat(tenant.connections()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"connections\": {}}", "{\"connections\": [{\"name\": \"one\"}]}"})
    void bodyWithoutConnectionsIsRejected(String body) {
        assertThat(api.post(ACTIONS + "delete", body).status()).isEqualTo(400);
    }

    @Test
    void connectionIsDuplicatedWithTheGivenName() {
        ApiResponse response = api.post(
                ACTIONS + "duplicate",
                "{\"id\": \"" + one + "\", \"name\": \"copy\", \"spaceId\": \"" + finance
                        + "\", \"qPassword\": \"OTHER\"}");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().path("qName").asText()).isEqualTo("copy");
        assertThat(response.json().path("qID").asText()).isNotEqualTo(one);
        StoredConnection copy = tenant.connections().get(2);
        assertThat(copy.space()).contains(finance);
        assertThat(copy.properties()).isEqualTo(tenant.connections().get(0).properties());
        assertThat(copy.secrets()).containsEntry("password", "ONE").containsEntry("qPassword", "OTHER");
        assertThat(copy.credentialId()).isNotEqualTo(tenant.connections().get(0).credentialId());
    }

    @Test
    void connectionIsDuplicatedWithAGeneratedName() {
        ApiResponse here = api.post(ACTIONS + "duplicate", "{\"id\": \"" + one + "\"}");
        ApiResponse there =
                api.post(ACTIONS + "duplicate", "{\"id\": \"" + one + "\", \"spaceId\": \"" + finance + "\"}");

        assertThat(here.json().path("qName").asText()).isEqualTo("one(1)");
        assertThat(there.json().path("qName").asText()).isEqualTo("one");
    }

    @Test
    void duplicateWithATakenUnknownReservedOrForbiddenNameIsRejected() {
        String files = api.get("/api/v1/data-connections?spaceId=" + finance)
                .json()
                .at("/data/0/qID")
                .asText();
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", false));

        assertThat(duplicateStatus(api, one, "\"name\": \"two\"")).isEqualTo(409);
        assertThat(duplicateStatus(api, "5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11", "\"name\": \"x\""))
                .isEqualTo(404);
        assertThat(duplicateStatus(api, files, "\"name\": \"x\"")).isEqualTo(400);
        assertThat(duplicateStatus(api, one, "\"spaceId\": \"nowhere\"")).isEqualTo(403);
        assertThat(duplicateStatus(bob, one, "\"name\": \"x\"")).isEqualTo(403);
        assertThat(api.post(ACTIONS + "duplicate", "{}").status()).isEqualTo(400);
        assertThat(tenant.connections()).hasSize(2);
    }

    private static int duplicateStatus(ApiCaller caller, String id, String members) {
        return caller.post(ACTIONS + "duplicate", "{\"id\": \"" + id + "\", " + members + "}")
                .status();
    }
}
