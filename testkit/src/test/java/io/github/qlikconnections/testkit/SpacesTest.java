package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpacesTest {

    private static final String LIST = "/api/v1/spaces";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;

    @BeforeEach
    void openSpaces() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
        tenant.addSpace("Finance archive", SpaceType.MANAGED);
        tenant.addSpace("Landing", SpaceType.DATA);
    }

    private List<String> names(String query) {
        return api.get(LIST + query).json().path("data").findValuesAsText("name");
    }

    @Test
    void namesAreSearchedByAnyPartInAnyCase() {
        assertThat(names("?name=FINANCE")).containsExactly("Finance", "Finance archive");
        assertThat(names("?name=CHIV")).containsExactly("Finance archive");
        assertThat(names("?name=nobody")).isEmpty();
    }

    @Test
    void spacesAreFilteredByTypeAndSorted() {
        assertThat(names("?type=shared,data&sort=-name")).containsExactly("Landing", "Finance");
    }

    @Test
    void defaultPageSizeIsTen() {
        for (int i = 0; i < 10; i++) {
            tenant.addSpace("space " + i, SpaceType.SHARED);
        }

        JsonNode first = api.get(LIST).json();
        assertThat(first.path("data")).hasSize(10);
        assertThat(first.at("/meta/count").asInt()).isEqualTo(13);
        String next = first.at("/links/next/href").asText();
        assertThat(next).startsWith(tenant.url());
        JsonNode second = api.get(next.substring(tenant.url().length())).json();
        assertThat(second.path("data")).hasSize(3);
        assertThat(second.path("links").has("next")).isFalse();
        assertThat(names("?limit=100")).hasSize(13);
    }

    @Test
    void spaceHasTheDocumentedShape() {
        JsonNode space = api.get(LIST + "/" + finance).json();

        assertThat(space.path("id").asText()).isEqualTo(finance);
        assertThat(space.path("type").asText()).isEqualTo("shared");
        assertThat(space.at("/links/assignments/href").asText()).endsWith(finance + "/assignments");
        assertThat(space.at("/meta/assignableRoles")).isNotEmpty();
    }

    @Test
    void unknownSpaceIs404WithATraceId() {
        ApiResponse response = api.get(LIST + "/nope");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().path("traceId").asText()).isNotEmpty();
        assertThat(response.json().path("title").asText()).isEqualTo("Not found");
        assertThat(response.error().path("code").asText()).isNotEmpty();
    }

    @Test
    void duplicateNameIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> tenant.addSpace("Finance", SpaceType.DATA));
    }
}
