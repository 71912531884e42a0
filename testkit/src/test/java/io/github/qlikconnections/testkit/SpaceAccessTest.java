package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpaceAccessTest {

    private static final String LIST = "/api/v1/data-connections";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;
    private String id;

    @BeforeEach
    void addConnections() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
        id = tenant.addConnection("rest", "one", finance, Map.of("url", "https://a.example"));
    }

    private ApiResponse create() {
        return api.post(
                LIST,
                "{\"dataSourceId\": \"rest\", \"qName\": \"two\", \"space\": \"" + finance
                        + "\", \"connectionProperties\": {}}");
    }

    @Test
    void readersHaveReadAccessOnly() {
        tenant.setSpaceAccess(finance, SpaceAccess.READ);

        ApiResponse read = api.get(LIST + "/" + id);
        assertThat(read.json().path("privileges")).hasToString("[\"list\",\"read\"]");
        assertThat(create().status()).isEqualTo(403);
        assertThat(api.delete(LIST + "/" + id).status()).isEqualTo(403);
        assertThat(api.patch(LIST + "/" + id, "[]").status()).isEqualTo(403);
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void spaceWithoutAccessIsHiddenWithItsContent() {
        tenant.setSpaceAccess(finance, SpaceAccess.NONE);

        assertThat(api.get("/api/v1/spaces/" + finance).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/spaces").json().path("data")).isEmpty();
        assertThat(api.get(LIST).json().path("data")).isEmpty();
        assertThat(api.get(LIST + "/" + id).status()).isEqualTo(403);
        assertThat(create().status()).isEqualTo(403);
    }

    @Test
    void personalSpaceIsVisibleToItsUserAndAdministratorsOnly() {
        String mine = tenant.addConnection("rest", "mine", null, Map.of());
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", false));
        ApiCaller admin = new ApiCaller(tenant.url(), tenant.addUser("carol", true));

        assertThat(bob.get(LIST + "/" + mine).status()).isEqualTo(403);
        assertThat(admin.get(LIST + "/" + mine).status()).isEqualTo(200);
        assertThat(bob.get(LIST + "/mine?type=connectionname").status()).isEqualTo(404);
    }

    @Test
    void seedThatARequestCannotStoreIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenant.addConnection("rest", "one", finance, Map.of()))
                .withMessageContaining("one");
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.addConnection("nope", "x", null, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.addConnection("rest", "x", "nope", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.disableDataSource("nope", true));
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.setSpaceAccess("nope", SpaceAccess.READ));
    }
}
