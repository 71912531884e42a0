package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionReadingTest {

    private static final String LIST = "/api/v1/data-connections";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.of(
            FakeTenant.builder().pageLinkOrigin("https://alias.example").build());

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;

    @BeforeEach
    void openSpace() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance team", SpaceType.SHARED);
    }

    private String rest(String name) {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return api.created("{\"dataSourceId\": \"rest\", \"qName\": \"" + quoted + "\", \"space\": \"" + finance
                + "\", \"connectionProperties\": {\"url\": \"https://a.example\"}}");
    }

    private static List<String> names(ApiResponse response) {
        return response.json().path("data").findValuesAsText("qName");
    }

    @Test
    void timestampsHaveThreeFractionDigitsAndTheSelfLinkWorks() {
        String id = rest("one");

        JsonNode body = api.get(LIST + "/" + id).json();
        assertThat(body.path("created").asText()).matches(".*\\.\\d{3}Z");
        assertThat(body.at("/links/self/href").asText()).isEqualTo(tenant.url() + LIST + "/" + id);
        assertThat(body.has("connectionProperties")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "a/b", "two words", "100 %", "%2F", "a+b", "Größe Ω 数据", "q?x=1&y#z", "\"quoted\""})
    void anyNameIsReadAndDeleted(String name) {
        String id = rest(name);
        String path =
                LIST + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                        + "?type=connectionname&spaceId=" + finance;

        assertThat(api.get(path).json().path("qID").asText()).isEqualTo(id);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void nameIsSearchedOnlyInTheGivenSpace() {
        rest("one");

        assertThat(api.get(LIST + "/one?type=connectionname").status()).isEqualTo(404);
        assertThat(api.get(LIST + "/one?type=connectionname&space=" + finance).status())
                .isEqualTo(200);
    }

    @Test
    void idThatIsNotAUuidAndRemovedLookupAreRejected() {
        assertThat(api.get(LIST + "/one").status()).isEqualTo(400);
        assertThat(api.get(LIST + "/one?type=credentialname").status()).isEqualTo(400);
    }

    @Test
    void unknownConnectionIs404() {
        ApiResponse response = api.get(LIST + "/5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.error().path("status").asInt()).isEqualTo(404);
        assertThat(api.delete(LIST + "/5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11").status())
                .isEqualTo(404);
    }

    @Test
    void repeatedDeletionIs404() {
        String id = rest("one");

        ApiResponse first = api.delete(LIST + "/" + id);
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.body()).isEmpty();
        assertThat(api.delete(LIST + "/" + id).status()).isEqualTo(404);
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void listWithoutALimitIsCompleteWithDataFilesLast() {
        for (int i = 0; i < 120; i++) {
            rest("c" + i);
        }

        ApiResponse response = api.get(LIST);
        assertThat(names(response)).hasSize(121).startsWith("c0", "c1").endsWith("c119", "DataFiles");
        assertThat(response.json().at("/meta/count").asInt()).isEqualTo(121);
        assertThat(response.json().path("links").has("next")).isFalse();
    }

    @Test
    void dataFilesAreListedAsOnARealTenant() {
        JsonNode files = api.get(LIST).json().at("/data/0");

        assertThat(files.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "id",
                        "links",
                        "privileges",
                        "qArchitecture",
                        "qConnectStatement",
                        "qEngineObjectID",
                        "qID",
                        "qLogOn",
                        "qName",
                        "qType",
                        "space",
                        "tags",
                        "tenant");
        assertThat(files.path("qLogOn").asInt(-1)).isZero();
        assertThat(files.path("tags").isNull()).isTrue();
        assertThat(files.path("privileges")).hasToString("[\"read\"]");
        assertThat(files.path("qConnectStatement").asText())
                .isEqualTo("CUSTOM CONNECT TO \"provider=qix-datafiles.exe;path=Finance+team:datafiles;\"");
        String id = files.path("qID").asText();
        assertThat(api.get(LIST + "/" + id).json()).isEqualTo(files);
        assertThat(api.delete(LIST + "/" + id).status()).isEqualTo(403);
    }

    @Test
    void cursorLinksNameTheOtherHost() {
        for (int i = 0; i < 7; i++) {
            rest("c" + i);
        }
        List<String> seen = new ArrayList<>();
        String path = LIST + "?limit=3&noDatafiles=true";
        ApiResponse page = null;
        int pages = 0;
        while (!path.isEmpty()) {
            page = api.get(path);
            seen.addAll(names(page));
            pages++;
            String next = page.json().at("/links/next/href").asText();
            assertThat(next.isEmpty() || next.startsWith("https://alias.example/"))
                    .isTrue();
            path = next.replace("https://alias.example", "");
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactly("c0", "c1", "c2", "c3", "c4", "c5", "c6");
        String back = page.json().at("/links/prev/href").asText().replace("https://alias.example", "");
        assertThat(names(api.get(back))).containsExactly("c3", "c4", "c5");
    }

    @Test
    void deletionBetweenPagesSkipsNoConnection() {
        String first = rest("c0");
        rest("c1");
        rest("c2");
        rest("c3");
        ApiResponse page = api.get(LIST + "?limit=2");
        api.delete(LIST + "/" + first);

        String next = page.json().at("/links/next/href").asText().replace("https://alias.example", "");
        assertThat(names(api.get(next))).containsExactly("c2", "c3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=ten",
                "page=nonsense",
                "dataName=",
                "personal=perhaps",
                "sort=%2Bspace",
                "sort=+qName",
                "filter=qName",
                "filter=space%20eq%20%22x%22",
                "filter=qName%20eq%20%22x",
                "filter=(qName%20eq%20%22x%22",
                "filter=created%20gt%20%22soon%22"
            })
    void invalidQueryIsRejected(String query) {
        ApiResponse response = api.get(LIST + "?" + query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.error().path("code").asText()).isEqualTo("DCERROR-0010");
    }

    @Test
    void tagsAreOmittedFromReadsButNotFromCreateResponses() {
        try (FakeTenant untagged = FakeTenant.builder().tagsInResponses(false).start()) {
            ApiCaller caller = new ApiCaller(untagged);

            ApiResponse created = caller.post(
                    LIST,
                    "{\"datasourceID\": \"rest\", \"qName\": \"a\", \"tags\": [\"x\"], \"connectionProperties\": {}}");

            assertThat(created.json().at("/tags/0").asText()).isEqualTo("x");
            String id = created.json().path("qID").asText();
            assertThat(caller.get(LIST + "/" + id).json().has("tags")).isFalse();
            JsonNode listed = caller.get(LIST).json().at("/data/0");
            assertThat(listed.has("tags")).isTrue();
            assertThat(listed.path("tags").isNull()).isTrue();
            assertThat(untagged.connections().get(0).tags()).contains("x");
        }
    }
}
