package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionListingTest {

    private static final String LIST = "/api/v1/data-connections";

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    @RegisterExtension
    FakeTenantExtension extension =
            FakeTenantExtension.of(FakeTenant.builder().clock(clock).build());

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;
    private String lab;

    /** Creates four connections at intervals of one day, and one of another user. */
    @BeforeEach
    void addConnections() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
        lab = tenant.addSpace("Lab", SpaceType.SHARED);
        tenant.addConnection("rest", "beta", finance, Map.of("url", "https://b.example"));
        clock.advance(Duration.ofDays(1));
        tenant.addConnection("mssql", "Alpha", lab, Map.of("host", "a.example"));
        clock.advance(Duration.ofDays(1));
        tenant.addConnection("rest", "gamma", null, Map.of("url", "https://g.example"));
        clock.advance(Duration.ofDays(1));
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", false));
        bob.created("{\"dataSourceId\": \"rest\", \"qName\": \"bobs own\", \"connectionProperties\": {}}");
        bob.created("{\"dataSourceId\": \"rest\", \"qName\": \"bobs shared\", \"space\": \"" + finance
                + "\", \"connectionProperties\": {}}");
    }

    private List<String> names(String query) {
        ApiResponse response = api.get(LIST + "?" + query);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.json().path("data").findValuesAsText("qName");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "noDatafiles=true                        | beta,Alpha,gamma,bobs shared",
                "noDatafiles=true&spaceId=FINANCE        | beta,bobs shared",
                "spaceId=FINANCE                         | beta,bobs shared,DataFiles",
                "spaceId=FINANCE&personal=true           | beta,bobs shared,DataFiles",
                "personal=true                           | gamma",
                "ownedByMe=true&noDatafiles=true         | beta,Alpha,gamma",
                "ownedByMe=true                          | beta,Alpha,gamma,DataFiles,DataFiles",
                "userId=bob                              | bobs own,bobs shared",
                "owner=some-app&noDatafiles=false        | beta,Alpha,gamma,bobs shared",
                "spaceId=nowhere                         | -",
                "noDatafiles=true&sort=%2BqName          | Alpha,beta,bobs shared,gamma",
                "noDatafiles=true&sort=-qName&caseinsensitive=true&locale=de | gamma,bobs shared,beta,Alpha",
                "noDatafiles=true&sort=-qName            | gamma,bobs shared,beta,Alpha",
                "noDatafiles=true&sort=%2BqType,-created | Alpha,bobs shared,gamma,beta",
                "sort=-created                           | bobs shared,gamma,Alpha,beta,DataFiles,DataFiles",
            })
    void selectsAndSorts(String query, String expected) {
        List<String> wanted = expected == null ? List.of() : Arrays.asList(expected.split(",", -1));

        assertThat(names(query.replace("FINANCE", finance))).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "qName eq \"beta\"                                        | beta",
                "qName eq \"BETA\"                                        | beta",
                "qName co \"et\"                                          | beta",
                "qName sw \"b\"                                           | beta,bobs shared",
                "datasourceID eq \"mssql\"                                | Alpha",
                "qType eq \"QvRestConnector.exe\" and qName sw \"g\"      | gamma",
                "qri co \"sqlserver\"                                     | Alpha",
                "created gt \"2026-01-01T00:00:00Z\" and created le \"2026-01-03T00:00:00+00:00\" | Alpha,gamma",
                "updated ge \"2026-01-04T00:00:00Z\"                      | bobs shared",
                "updated lt \"2026-01-02T00:00:00Z\"                      | beta",
                "qName eq \"x\" or qName eq \"beta\" and qType eq \"x\"   | -",
                "(qName eq \"gamma\" or qName eq \"beta\") and qType eq \"QvRestConnector.exe\" | beta,gamma",
                "qName EQ \"be\\u0074a\" OR qName eq \"a\\\"b\"           | beta",
            })
    void understandsTheScimFilter(String filter, String expected) {
        List<String> wanted = expected == null ? List.of() : Arrays.asList(expected.split(",", -1));

        assertThat(names("noDatafiles=true&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\\", "(", "é"})
    void veryLongNamesAreFiltered(String character) {
        String name = character.repeat(2_000);
        tenant.addConnection("rest", name, finance, Map.of());
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");

        assertThat(filter("qName eq \"" + quoted + "\"")).containsExactly(name);
        assertThat(filter("qName eq \"" + quoted.repeat(5) + "\"")).isEmpty();
    }

    @Test
    void thousandsOfConditionsAreEvaluated() {
        String none = "qName eq \"none\" or ".repeat(4_000);
        String all = "qName sw \"b\" and ".repeat(4_000);

        assertThat(filter(none + "qName eq \"beta\"")).containsExactly("beta");
        assertThat(filter(all + "qName eq \"beta\"")).containsExactly("beta");
    }

    @Test
    void tooDeeplyNestedParenthesesAreRejected() {
        String nested = "(".repeat(100) + "qName eq \"beta\"" + ")".repeat(100);
        assertThat(filter(nested)).containsExactly("beta");

        String filter = URLEncoder.encode("(".repeat(20_000) + nested, StandardCharsets.UTF_8);
        ApiResponse response = api.get(LIST + "?filter=" + filter);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.error().path("detail").asText()).contains("nested");
    }

    private List<String> filter(String filter) {
        return names("noDatafiles=true&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    @Test
    void filtersDoNotApplyToDataFiles() {
        assertThat(names("filter=qName%20eq%20%22beta%22")).containsExactly("beta", "DataFiles", "DataFiles");
    }

    @Test
    void arrayHasTheRequestedName() {
        JsonNode body = api.get(LIST + "?dataName=connections").json();

        assertThat(body.has("data")).isFalse();
        assertThat(body.path("connections")).hasSize(6);
    }

    @Test
    void sortedListIsPagedWithDataFilesLast() {
        JsonNode first = api.get(LIST + "?sort=%2BqName&limit=5").json();
        String next = first.at("/links/next/href").asText();
        JsonNode second = api.get(next.substring(tenant.url().length())).json();

        assertThat(first.path("data").findValuesAsText("qName"))
                .containsExactly("Alpha", "beta", "bobs shared", "gamma", "DataFiles");
        assertThat(second.path("data").findValuesAsText("qName")).containsExactly("DataFiles");
        assertThat(second.at("/data/0/space").asText()).isEqualTo(lab);
        assertThat(second.at("/meta/count").asInt()).isEqualTo(6);
    }

    @Test
    void nextListContainsEveryChange() {
        assertThat(names("noDatafiles=true")).hasSize(4);
        String id = tenant.addConnection("rest", "new", null, Map.of());
        assertThat(names("noDatafiles=true")).hasSize(5).endsWith("new");
        api.patch(LIST + "/" + id, "[{\"op\": \"replace\", \"path\": \"/qName\", \"value\": \"newer\"}]");
        assertThat(names("noDatafiles=true")).endsWith("newer");
        api.delete(LIST + "/" + id);
        tenant.setSpaceAccess(finance, SpaceAccess.NONE);
        assertThat(names("noDatafiles=true")).containsExactly("Alpha", "gamma");
        tenant.addSpace("Late", SpaceType.SHARED);
        assertThat(names("")).containsExactly("Alpha", "gamma", "DataFiles", "DataFiles");
        tenant.disableDataSource("mssql", true);
        assertThat(names("noDatafiles=true")).containsExactly("gamma");
    }

    @Test
    void onlyAnAdministratorListsConnectionsOfAnotherUser() {
        ApiCaller bob = new ApiCaller(tenant.url(), tenant.addUser("bob", false));

        assertThat(bob.get(LIST + "?userId=" + tenant.userId()).status()).isEqualTo(403);
        assertThat(bob.get(LIST + "?userId=bob").status()).isEqualTo(200);
    }

    @Test
    void connectionsOfADisabledSourceAreNotListed() {
        tenant.disableDataSource("mssql", true);

        assertThat(names("noDatafiles=true")).doesNotContain("Alpha");
        assertThat(names("noDatafiles=true&includeDisabled=true")).contains("Alpha");
        tenant.disableDataSource("mssql", false);
        assertThat(names("noDatafiles=true")).contains("Alpha");
    }

    @Test
    void tagsAreOmittedIfThereAreNone() {
        String id = api.created("""
                {"datasourceID": "snowflake", "qName": "plain", "qType": "QvOdbcConnectorPackage.exe",
                 "qConnectStatement": "CUSTOM CONNECT TO \\"provider=QvOdbcConnectorPackage.exe;driver=snowflake;\\""}
                """);

        JsonNode listed = api.get(LIST + "?filter=qName%20eq%20%22plain%22").json();
        assertThat(listed.at("/data/0/tags").isNull()).isTrue();
        assertThat(api.get(LIST + "/" + id).json().has("tags")).isFalse();
        assertThat(api.get(LIST + "?filter=qName%20eq%20%22beta%22").json().at("/data/0/tags"))
                .hasSize(1);
    }
}
