package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionReplacementTest {

    private static final String LIST = "/api/v1/data-connections/";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String id;

    @BeforeEach
    void addConnections() {
        api = new ApiCaller(tenant);
        id = tenant.addConnection("mssql", "one", null, Map.of("host", "h.example", "password", "OLD"));
    }

    private String body(String more) {
        return """
                {"qID": "%s", "qEngineObjectID": "%s", "qName": "renamed", "qType": "QvOdbcConnectorPackage.exe",
                 "qConnectStatement": "CUSTOM CONNECT TO \\"provider=QvOdbcConnectorPackage.exe;driver=mssql;host=n;\\""%s}""".formatted(id, id, more);
    }

    private StoredConnection stored() {
        return tenant.connections().get(0);
    }

    @Test
    void nameAndStatementAreReplacedButNoEmbeddedSecret() {
        assertThat(api.put(LIST + id, body(", \"qPassword\": \"NEW\"")).status())
                .isEqualTo(204);

        assertThat(stored().name()).isEqualTo("renamed");
        assertThat(stored().properties()).containsExactly(Map.entry("host", "n"));
        assertThat(stored().secrets()).containsExactly(Map.entry("password", "OLD"));
    }

    @Test
    void separatedCredentialsAreAccepted() {
        String credential = tenant.addCredential("mssql", "team", Map.of("password", "TEAM"));

        assertThat(api.put(LIST + id, body(", \"qCredentialsID\": \"" + credential + "\""))
                        .status())
                .isEqualTo(204);

        assertThat(stored().credentialId()).contains(credential);
        assertThat(stored().separateCredentials()).isTrue();
        assertThat(tenant.credentials()).hasSize(1);
        assertThat(api.put(LIST + id, body(", \"qCredentialsID\": \"5f0c6ef0\""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givenSpaceMovesTheConnection() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);

        assertThat(api.put(LIST + "one?type=connectionname", body(", \"space\": \"" + finance + "\""))
                        .status())
                .isEqualTo(204);
        assertThat(stored().space()).contains(finance);
        assertThat(api.put(LIST + "renamed?type=connectionname&spaceId=" + finance, body(""))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void omittedMembersAreCleared() {
        String finance = tenant.addSpace("Finance", SpaceType.SHARED);
        String more = ", \"space\": \"%s\", \"qLogOn\": \"0\", \"qArchitecture\": 1".formatted(finance);
        assertThat(api.put(LIST + id, body(more)).status()).isEqualTo(204);
        assertThat(api.get(LIST + id).json().path("qLogOn").asInt()).isZero();
        assertThat(api.get(LIST + id).json().path("qArchitecture").asInt()).isOne();

        assertThat(api.put(LIST + id, body("")).status()).isEqualTo(204);

        assertThat(stored().space()).isEmpty();
        assertThat(api.get(LIST + id).json().path("qLogOn").asInt()).isOne();
        assertThat(api.get(LIST + id).json().path("qArchitecture").asInt()).isZero();
        assertThat(stored().secrets()).containsEntry("password", "OLD");
    }

    @Test
    void omittedSeparatedCredentialsAreDetached() {
        String credential = tenant.addCredential("mssql", "team", Map.of("password", "TEAM"));
        String selected = ", \"qSeparateCredentials\": true, \"qCredentialsID\": \"%s\"".formatted(credential);
        assertThat(api.put(LIST + id, body(selected)).status()).isEqualTo(204);
        assertThat(api.put(LIST + id, body(selected)).status()).isEqualTo(204);
        assertThat(stored().credentialId()).contains(credential);

        assertThat(api.put(LIST + id, body(", \"qSeparateCredentials\": true")).status())
                .isEqualTo(204);

        assertThat(stored().separateCredentials()).isTrue();
        assertThat(stored().credentialId()).isEmpty();
        assertThat(api.put(LIST + id, body("")).status()).isEqualTo(204);
        assertThat(stored().separateCredentials()).isFalse();
        assertThat(tenant.credentials()).hasSize(1);
    }

    @Test
    void duplicateNameIsRejected() {
        tenant.addConnection("rest", "renamed", null, Map.of());

        assertThat(api.put(LIST + id, body("")).status()).isEqualTo(409);
        assertThat(stored().name()).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qID", "qEngineObjectID", "qName", "qType", "qConnectStatement"})
    void everyRequiredMemberIsNeeded(String member) {
        assertThat(api.put(LIST + id, body("").replace("\"" + member + "\"", "\"other\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void otherIdAndUnknownConnectionAreRejected() {
        String other = "5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11";

        assertThat(api.put(LIST + id, body("").replace(id, other)).status()).isEqualTo(400);
        assertThat(api.put(LIST + other, body("")).status()).isEqualTo(404);
        assertThat(api.put(LIST + "one", body("")).status()).isEqualTo(400);
    }
}
