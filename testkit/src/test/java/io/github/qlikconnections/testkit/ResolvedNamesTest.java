package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResolvedNamesTest {

    private static final String CONNECTIONS = "/api/v1/data-connections";
    private static final String NAMED_ORDERS = CONNECTIONS + "?noDatafiles=true&filter=qName%20eq%20%22Orders%22";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;
    private String orders;
    private String other;

    @BeforeEach
    void addConnections() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
        orders = tenant.addConnection("rest", "Orders", null, Map.of());
        other = tenant.addConnection("rest", "Other", finance, Map.of());
    }

    private List<String> ids(String path) {
        return api.get(path).json().path("data").findValuesAsText("qID");
    }

    @Test
    void lookupByNameReturnsTheOtherConnection() {
        tenant.overrideName("Orders", other);

        JsonNode found = api.get(CONNECTIONS + "/Orders?type=connectionname").json();

        assertThat(found.path("qID").asText()).isEqualTo(other);
        assertThat(found.path("qName").asText()).isEqualTo("Other");
        assertThat(found.path("space").asText()).isEqualTo(finance);
    }

    @Test
    void listFilteredByNameReturnsTheOtherConnection() {
        tenant.overrideName("Orders", other);

        assertThat(ids(NAMED_ORDERS)).containsExactly(other);
        assertThat(ids(NAMED_ORDERS + "&personal=true")).containsExactly(other);
        assertThat(ids(CONNECTIONS + "?noDatafiles=true")).containsExactly(orders, other);
    }

    @Test
    void nameWithoutAConnectionIsResolved() {
        tenant.overrideName("Nothing", other);

        assertThat(api.get(CONNECTIONS + "/Nothing?type=connectionname")
                        .json()
                        .path("qID")
                        .asText())
                .isEqualTo(other);
        assertThat(ids(NAMED_ORDERS.replace("Orders", "Nothing"))).containsExactly(other);
    }

    @Test
    void otherNamesAndLookupsByIdAreNotAffected() {
        tenant.overrideName("Orders", other);

        assertThat(api.get(CONNECTIONS + "/" + orders).json().path("qName").asText())
                .isEqualTo("Orders");
        assertThat(api.get(CONNECTIONS + "/orders?type=connectionname").status())
                .isEqualTo(404);
    }

    @Test
    void namesResolveNormallyAfterClearing() {
        tenant.overrideName("Orders", other);
        assertThat(ids(NAMED_ORDERS)).containsExactly(other);

        tenant.clearNameOverrides();

        assertThat(ids(NAMED_ORDERS)).containsExactly(orders);
        assertThat(api.get(CONNECTIONS + "/Orders?type=connectionname")
                        .json()
                        .path("qID")
                        .asText())
                .isEqualTo(orders);
    }

    @Test
    void nameResolvesNormallyOnceTheOtherConnectionIsDeleted() {
        tenant.overrideName("Orders", other);

        assertThat(api.delete(CONNECTIONS + "/" + other).status()).isEqualTo(204);

        assertThat(api.get(CONNECTIONS + "/Orders?type=connectionname")
                        .json()
                        .path("qID")
                        .asText())
                .isEqualTo(orders);
    }

    @Test
    void unknownConnectionIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> tenant.overrideName("Orders", UUID.randomUUID().toString()));
    }

    @Test
    void ignoredFiltersReturnEveryEntry() {
        String all = NAMED_ORDERS + "&spaceId=" + finance;
        assertThat(ids(all)).isEmpty();

        tenant.ignoreFilters(true);

        assertThat(ids(all)).startsWith(orders, other).hasSize(3);
        assertThat(ids(CONNECTIONS + "?filter=nonsense&personal=true")).startsWith(orders, other);
        tenant.ignoreFilters(false);
        assertThat(ids(all)).isEmpty();
    }
}
