package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsersTest {

    private static final String USERS = "/api/v1/users/";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;

    @BeforeEach
    void connect() {
        api = new ApiCaller(tenant);
    }

    @Test
    void callerIsRedirectedToItsUser() {
        ApiResponse response = api.get(USERS + "me");

        assertThat(response.status()).isEqualTo(301);
        assertThat(response.http().headers().firstValue("Location")).contains(tenant.url() + USERS + tenant.userId());
    }

    @Test
    void userHasTheDocumentedShape() {
        tenant.setUserDetails(tenant.userId(), "Ada Field", "ada.field@example.com");

        JsonNode user = api.get(USERS + tenant.userId()).json();

        assertThat(user.path("id").asText()).isEqualTo(tenant.userId());
        assertThat(user.path("name").asText()).isEqualTo("Ada Field");
        assertThat(user.path("email").asText()).isEqualTo("ada.field@example.com");
        assertThat(user.path("status").asText()).isEqualTo("active");
        assertThat(user.at("/assignedRoles/0/name").asText()).isEqualTo("TenantAdmin");
        assertThat(user.at("/links/self/href").asText()).endsWith(tenant.userId());
    }

    @Test
    void onlyRequestedMembersAreReturned() {
        JsonNode user = api.get(USERS + tenant.userId() + "?fields=id,name").json();

        assertThat(user.fieldNames()).toIterable().containsExactly("id", "name");
    }

    @Test
    void userThatIsNoAdminReadsOnlyItself() {
        ApiCaller other = new ApiCaller(tenant.url(), tenant.addUser("user-2", false));

        assertThat(other.get(USERS + "user-2").json().path("name").asText()).isEqualTo("User user-2");
        assertThat(other.get(USERS + tenant.userId()).status()).isEqualTo(403);
    }

    @Test
    void unknownUserIs404WithATraceId() {
        ApiResponse response = api.get(USERS + "nobody");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().path("traceId").asText()).isNotEmpty();
        assertThat(response.error().path("status").asInt()).isEqualTo(404);
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.setUserDetails("nobody", "N", "n@example.com"));
    }
}
