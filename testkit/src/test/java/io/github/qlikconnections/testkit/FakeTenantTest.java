package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeTenantTest {

    @Test
    void tenantRunsFromStartToCloseOnTheLoopbackInterface() {
        FakeTenant tenant = FakeTenant.start();
        ApiCaller api = new ApiCaller(tenant);
        assertThat(URI.create(tenant.url()).getHost()).isEqualTo("127.0.0.1");
        assertThat(api.get("/api/v1/spaces").status()).isEqualTo(200);

        tenant.close();
        tenant.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> api.tryToSend("GET", "/api/v1/spaces", null));
        assertThatIllegalStateException().isThrownBy(tenant::url).withMessageContaining("FakeTenantExtension");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/data-sources, meta",
        "/api/v1/data-connections, status",
        "/api/v1/spaces, title",
        "/api/v1/no-such-thing, status"
    })
    void missingOrWrongKeyIs401(String path, String memberOfItsErrors) {
        try (FakeTenant tenant = FakeTenant.start()) {
            for (String token : new String[] {"", "wrong"}) {
                ApiResponse response = new ApiCaller(tenant.url(), token).get(path);
                assertThat(response.status()).isEqualTo(401);
                assertThat(response.error().has(memberOfItsErrors)).isTrue();
                assertThat(response.body()).doesNotContain(tenant.apiKey());
            }
        }
    }

    @Test
    void unknownPathIs404AndUnknownMethodIs405() {
        try (FakeTenant tenant = FakeTenant.start()) {
            ApiCaller api = new ApiCaller(tenant);
            ApiResponse unknown = api.get("/api/v1/no-such-thing");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.error().path("detail").asText()).contains("/api/v1/no-such-thing");
            assertThat(api.delete("/api/v1/spaces").status()).isEqualTo(405);
            assertThat(api.get("/api/v1//spaces").status()).isEqualTo(404);
        }
    }

    @Test
    void latestRequestsAreKeptAndAllAreCounted() {
        try (FakeTenant tenant = FakeTenant.start()) {
            ApiCaller api = new ApiCaller(tenant);
            api.get("/api/v1/spaces?name=a%20b&name=c+d");
            api.get("/api/v1/data-sources");

            assertThat(tenant.requestCount()).isEqualTo(2);
            ReceivedRequest first = tenant.requests().get(0);
            assertThat(first.path()).isEqualTo("/api/v1/spaces");
            assertThat(first.query().get("name")).containsExactly("a b", "c d");
            assertThat(first.query("name")).contains("c d");
            RequestLog log = new RequestLog();
            for (int i = 0; i < RequestLog.MAX_SIZE; i++) {
                log.add(first);
            }
            log.add(tenant.requests().get(1));
            assertThat(log.count()).isEqualTo(RequestLog.MAX_SIZE + 1);
            assertThat(log.latest())
                    .hasSize(RequestLog.MAX_SIZE)
                    .endsWith(tenant.requests().get(1));
            tenant.clearRequests();
            assertThat(tenant.requests()).isEmpty();
            assertThat(tenant.requestCount()).isZero();
        }
    }

    @Test
    void resetReturnsTheTenantToItsInitialState() {
        FakeTenantBuilder builder = FakeTenant.builder().apiKey("first").oauthClient("client", "secret");
        try (FakeTenant tenant = builder.start()) {
            ApiCaller api = new ApiCaller(tenant);
            String url = tenant.url();
            tenant.addSpace("Finance", SpaceType.SHARED);
            tenant.addConnection("rest", "Orders", null, Map.of("url", "https://example.com"));
            tenant.disableDataSource("rest", true);
            tenant.stubNext(StubResponse.status(500));
            String otherKey = tenant.addUser("other", false);
            builder.apiKey("second");

            tenant.reset();

            assertThat(tenant.url()).isEqualTo(url);
            assertThat(tenant.requestCount()).isZero();
            assertThat(tenant.connections()).isEmpty();
            assertThat(tenant.pendingStubs()).isZero();
            assertThat(api.get("/api/v1/spaces").json().path("data")).isEmpty();
            assertThat(api.get("/api/v1/data-sources/rest/api-specs").status()).isEqualTo(200);
            assertThat(new ApiCaller(url, otherKey).get("/api/v1/spaces").status())
                    .isEqualTo(401);
            assertThat(api.post(
                                    "/oauth/token",
                                    "{\"client_id\":\"client\",\"client_secret\":\"secret\","
                                            + "\"grant_type\":\"client_credentials\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void productInformationIsServedWithoutAToken() {
        try (FakeTenant tenant = FakeTenant.start()) {
            ApiResponse response = new ApiCaller(tenant.url(), "").get("/resources/autogenerated/product-info.json");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"composition\":{}}");
        }
    }

    @Test
    void unavailablePortIsNamed() {
        try (FakeTenant tenant = FakeTenant.start()) {
            int port = URI.create(tenant.url()).getPort();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> FakeTenant.builder().port(port).start())
                    .withMessageContaining("127.0.0.1:" + port);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeTenant.builder().port(70_000))
                .withMessageContaining("70000");
    }

    @Test
    void noThreadKeepsTheProcessAlive() {
        try (FakeTenant tenant = FakeTenant.start()) {
            assertThat(new ApiCaller(tenant).get("/api/v1/spaces").status()).isEqualTo(200);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                            || thread.getName().startsWith("fake-tenant"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }
}
