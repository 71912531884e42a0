package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionCreationTest {

    private static final String S3 = """
            {"dataSourceId": "File_AmazonS3ConnectorV2", "qName": "Lake", "space": "%s", "tags": ["mine"],
             "connectionProperties": {"accessKey": "AKIA-SENT", "secretKey": "SECRET-SENT",
              "region": "eu-west-1", "bucketName": "acme-lake"}}""";

    private static final String STATEMENT = """
            {"datasourceID": "snowflake", "qName": "By statement", "qType": "QvOdbcConnectorPackage.exe", "qLogOn": "1",
             "qUsername": "loader", "qPassword": "PASSWORD-SENT",
             "qConnectStatement": "CUSTOM CONNECT TO \\"provider=QvOdbcConnectorPackage.exe;driver=snowflake;\
            server=acme.example;database=SALES;\\""}""";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.of(FakeTenant.builder()
            .clock(Clock.fixed(Instant.parse("2026-03-04T05:06:07.918Z"), ZoneOffset.UTC))
            .build());

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;
    private String finance;

    @BeforeEach
    void openSpace() {
        api = new ApiCaller(tenant);
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
    }

    @Test
    void createResponseIs201InTheDocumentedShape() {
        ApiResponse response = api.post("/api/v1/data-connections", S3.formatted(finance));

        assertThat(response.status()).isEqualTo(201);
        JsonNode body = response.json();
        String id = body.path("qID").asText();
        assertThat(body.path("id").asText()).isEqualTo(id);
        assertThat(body.path("qEngineObjectID").asText()).isEqualTo(id);
        assertThat(body.path("created").asText()).isEqualTo("2026-03-04T05:06:07.91Z");
        assertThat(body.path("updated").asText()).isEqualTo("2026-03-04T05:06:07.91Z");
        assertThat(body.at("/links/self/href").asText()).isEqualTo(tenant.url() + "/v1/data-connections/" + id);
        assertThat(body.path("datasourceID").asText()).isEqualTo("File_AmazonS3ConnectorV2");
        assertThat(body.path("qLogOn").isInt()).isTrue();
        assertThat(body.path("qArchitecture").asInt(-1)).isZero();
        assertThat(body.path("qSeparateCredentials").isBoolean()).isTrue();
        assertThat(body.path("privileges")).hasToString("[\"read\",\"update\",\"delete\"]");
        assertThat(body.path("qri").asText()).startsWith("qri:file:s3://");
        assertThat(body.path("version").asText()).isEqualTo("V1");
        assertThat(body.path("space").asText()).isEqualTo(finance);
        assertThat(body.path("user").asText()).isEqualTo(tenant.userId());
        assertThat(body.path("tenant").asText()).isNotEmpty();
        assertThat(body.path("tags"))
                .hasToString("[\"mine\",\"DcaasAPI:QvWebStorageProviderConnectorPackage.exe:4.61.2\"]");
    }

    @Test
    void connectStatementIsBuiltFromNonSecretProperties() {
        ApiResponse response = api.post("/api/v1/data-connections", S3.formatted(finance));

        assertThat(response.json().path("qConnectStatement").asText())
                .isEqualTo("CUSTOM CONNECT TO \"provider=QvWebStorageProviderConnectorPackage.exe;"
                        + "sourceType=File_AmazonS3ConnectorV2;region=eu-west-1;bucketName=acme-lake;\"");
    }

    @Test
    void secretsAreVisibleToTheTestOnly() {
        String id = api.created(S3.formatted(finance));

        StoredConnection stored = tenant.connections().get(0);
        assertThat(stored.secrets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("accessKey", "AKIA-SENT", "secretKey", "SECRET-SENT"));
        assertThat(stored.properties()).containsOnlyKeys("region", "bucketName");
        assertThat(stored.toString()).doesNotContain("SENT").contains("Lake");
        String stubAll = api.get("/api/v1/data-connections/" + id + "?parseConnection=true&extended=true")
                        .body()
                + api.get("/api/v1/data-connections").body();
        assertThat(stubAll).doesNotContain("SENT");
    }

    @Test
    void userNameIsStoredInTheCredential() {
        String id = tenant.addConnection(
                "postgres", "pg", finance, Map.of("host", "db.example", "db", "sales", "username", "loader"));

        assertThat(api.get("/api/v1/data-connections/" + id + "?parseConnection=true")
                        .body())
                .doesNotContain("loader");
        assertThat(tenant.connections().get(0).secrets()).containsEntry("username", "loader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataSourceId", "datasourceID"})
    void bothNamesOfTheDataSourceAreAccepted(String member) {
        String body =
                "{\"%s\": \"rest\", \"qName\": \"r\", \"connectionProperties\": {\"url\": \"https://a.example\"}}";

        assertThat(api.post("/api/v1/data-connections", body.formatted(member)).status())
                .isEqualTo(201);
    }

    @Test
    void personalSpaceIsTheDefault() {
        api.created("{\"dataSourceId\": \"rest\", \"qName\": \"r\", \"connectionProperties\": {}}");

        assertThat(tenant.connections().get(0).space()).isEmpty();
        assertThat(api.get("/api/v1/data-connections/r?type=connectionname").status())
                .isEqualTo(200);
    }

    @Test
    void connectionIsCreatedFromAConnectStatement() {
        ApiResponse response = api.post("/api/v1/data-connections", STATEMENT);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().path("qLogOn").isInt()).isTrue();
        assertThat(response.json().path("tags")).isEmpty();
        assertThat(response.body()).doesNotContain("PASSWORD-SENT");
        StoredConnection stored = tenant.connections().get(0);
        assertThat(stored.properties()).containsEntry("server", "acme.example").containsEntry("database", "SALES");
        assertThat(stored.secrets()).containsEntry("qPassword", "PASSWORD-SENT");
    }

    @Test
    void stringBooleansAndNameValueListsAreAccepted() {
        String id = api.created("""
                {"dataSourceId": "rest", "qName": "r", "connectionProperties": {"url": "https://a.example",
                 "allowWithConnection": "true", "timeout": "45",
                 "queryHeaders": [{"name": "X-Key", "value": "HEADER-SENT", "encrypt": true}],
                 "queryParameters": [{"name": "p", "value": "1"}, {"name": "q", "value": "QUERY-SENT", "encrypt": true}]}}
                """);

        ApiResponse response = api.get("/api/v1/data-connections/" + id + "?parseConnection=true");
        JsonNode properties = response.json().path("connectionProperties");
        assertThat(response.body()).doesNotContain("SENT");
        assertThat(properties.path("allowWithConnection").booleanValue()).isTrue();
        assertThat(properties.path("timeout").intValue()).isEqualTo(45);
        assertThat(properties.at("/queryParameters/0/value").asText()).isEqualTo("1");
        assertThat(response.json().path("qConnectStatement").asText())
                .contains("queryHeaders=X-Key%2%1;")
                .contains("queryParameters=p%21%1q%2%1;");
        assertThat(tenant.connections().get(0).secrets()).containsOnlyKeys("queryHeaders", "queryParameters");
    }

    @Test
    void duplicateNameInASpaceIsRejected() {
        api.created(S3.formatted(finance));

        ApiResponse again = api.post("/api/v1/data-connections", S3.formatted(finance));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error().path("status").asInt()).isEqualTo(409);
        assertThat(api.post("/api/v1/data-connections", S3.formatted("")).status())
                .isEqualTo(201);
        assertThat(tenant.connections()).hasSize(2);
    }

    @Test
    void onlyOneOfManyConcurrentCreatesSucceeds() {
        List<CompletableFuture<Integer>> calls = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> api.post("/api/v1/data-connections", S3.formatted(finance))
                                .status()))
                .limit(24)
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join).toList())
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        assertThat(tenant.connections()).hasSize(1);
        assertThat(tenant.credentials()).hasSize(1);
    }

    @Test
    void unknownSpaceIsRejected() {
        ApiResponse response = api.post("/api/v1/data-connections", S3.formatted("65f1c0a2b3d4e5f607182000"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(tenant.connections()).isEmpty();
    }

    static Stream<Arguments> badBodies() {
        String properties = "\"connectionProperties\": {}";
        return Stream.of(
                arguments("no JSON", "{"),
                arguments("no object", "[]"),
                arguments("no body", ""),
                arguments("no name", "{\"dataSourceId\": \"rest\", " + properties + "}"),
                arguments("no source", "{\"qName\": \"x\", " + properties + "}"),
                arguments("unknown source", "{\"dataSourceId\": \"nope\", \"qName\": \"x\", " + properties + "}"),
                arguments("neither form", "{\"dataSourceId\": \"rest\", \"qName\": \"x\"}"),
                arguments(
                        "both forms",
                        "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"qConnectStatement\": \"\", " + properties
                                + "}"),
                arguments(
                        "properties no object",
                        "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": \"{}\"}"),
                arguments("no connect statement", STATEMENT.replace("CUSTOM CONNECT TO", "LIB CONNECT TO")),
                arguments("qLogOn of no meaning", STATEMENT.replace("\"qLogOn\": \"1\"", "\"qLogOn\": \"7\"")),
                arguments(
                        "a long tag",
                        "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"tags\": [\"" + "é".repeat(129) + "\"], "
                                + properties + "}"),
                arguments(
                        "32 tags beside the automatic one",
                        "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"tags\": ["
                                + String.join(",", Collections.nCopies(32, "\"t\"")) + "], " + properties
                                + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void invalidBodyIsRejected(String what, String body) {
        ApiResponse response = api.post("/api/v1/data-connections", body);

        assertThat(response.status()).as(what).isEqualTo(400);
        assertThat(response.error().path("code").asText()).isEqualTo("DCERROR-0010");
        assertThat(response.error().path("detail").asText()).isNotEmpty();
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void thirtyOneTagsBesideTheAutomaticTagAreAccepted() {
        String tags = String.join(",", Collections.nCopies(31, "\"t\""));
        api.created("{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"tags\": [" + tags
                + "], \"connectionProperties\": {}}");

        assertThat(tenant.connections().get(0).tags()).hasSize(32);
    }

    @Test
    void recordedRequestIsCompleteExceptForItsToken() {
        api.created(S3.formatted(finance));

        List<ReceivedRequest> requests = tenant.requests();
        assertThat(requests).hasSize(1).first().hasToString("POST /api/v1/data-connections");
        assertThat(requests.get(0).body()).contains("AKIA-SENT");
        assertThat(requests.get(0).header("authorization")).contains("Bearer ***");
        assertThat(requests.get(0).headers().toString()).doesNotContain(tenant.apiKey());
    }
}
