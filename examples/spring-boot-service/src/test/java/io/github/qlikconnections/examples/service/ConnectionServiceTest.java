package io.github.qlikconnections.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.spring.test.AutoConfigureFakeTenant;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureFakeTenant
class ConnectionServiceTest {

    private static final String INVALID = """
        {"dataSource": "File_AmazonS3ConnectorV2", "name": "Sales lake", "space": "Finance",
         "properties": {"region": "EU-west-1", "buketName": "acme-sales"},
         "secrets": {"accessKey": "AK1A7Q", "secretKey": "s3cret-key"}}\
        """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private FakeTenant tenant;

    @Value("${local.server.port}")
    private int port;

    private String finance;

    @BeforeEach
    void addSpace() {
        finance = tenant.addSpace("Finance", SpaceType.SHARED);
        tenant.setUserDetails(tenant.userId(), "Ada", "ada@example.com");
    }

    @Test
    void validConnectionIsCreatedInItsSpace() throws Exception {
        HttpResponse<String> response =
                post("/connections", INVALID.replace("EU-west-1", "eu-west-1").replace("buketName", "bucketName"));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.body()).contains("\"owner\":\"Ada\"");
        assertThat(tenant.connections()).singleElement().satisfies(connection -> {
            assertThat(connection.name()).isEqualTo("Sales lake");
            assertThat(connection.space()).contains(finance);
        });
    }

    @Test
    void invalidConnectionIsA400WithAllProblemsAndNothingIsCreated() throws Exception {
        HttpResponse<String> response = post("/connections", INVALID);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .contains("\"property\":\"region\"", "eu-west-1", "\"property\":\"buketName\"", "bucketName")
                .doesNotContain("s3cret-key");
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void requestWithoutANameIsA400() throws Exception {
        HttpResponse<String> response = post("/connections", "{\"dataSource\": \"rest\", \"name\": \" \"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(tenant.requestCount()).isZero();
    }

    @Test
    void secretWithoutAValueIsA400() throws Exception {
        String nullSecret = "\"secrets\": {\"password\": null}}";

        assertThat(post("/connections", "{\"dataSource\": \"rest\", \"name\": \"Orders\", " + nullSecret)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/rotations", "{\"space\": \"Finance\", \"dataSource\": \"rest\", " + nullSecret)
                        .statusCode())
                .isEqualTo(400);
        assertThat(tenant.requestCount()).isZero();
    }

    @Test
    void listOfASpaceHasTheNamesOfTheOwners() throws Exception {
        addConnection("Orders");
        addConnection("Customers");

        HttpResponse<String> response = get("/spaces/Finance/connections");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"name\":\"Orders\"", "\"name\":\"Customers\"", "\"owner\":\"Ada\"");
        assertThat(get("/spaces/Nowhere/connections").statusCode()).isEqualTo(404);
    }

    @Test
    void rotationReportsItsProgressUntilAllConnectionsAreRotated() throws Exception {
        addConnection("Orders");
        addConnection("Customers");

        HttpResponse<String> started = post("/rotations", """
            {"space": "Finance", "dataSource": "rest", "secrets": {"username": "reader", "password": "n3w-pass"}}\
            """);

        assertThat(started.statusCode()).isEqualTo(202);
        String location = started.headers().firstValue("Location").orElseThrow();
        String progress = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(location).body(), body -> !body.contains("RUNNING"));
        assertThat(progress).contains("\"state\":\"FINISHED\"", "\"done\":2", "\"total\":2", "\"failed\":[]");
        assertThat(get("/rotations/none").statusCode()).isEqualTo(404);
    }

    @Test
    void actuatorHasTheHealthOfTheTenantAndMetrics() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(tenant.requests()).anyMatch(request -> request.path().endsWith("/users/me"));
        assertThat(get("/actuator/metrics").body()).contains("http.server.requests", "qlik.client.requests");
    }

    private void addConnection(String name) {
        tenant.addConnection(
                "rest",
                name,
                finance,
                Map.of("url", "https://example.com", "username", "reader", "password", "old-pass"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }
}
