package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class StubResponseTest {

    private static final String SOURCES = "/api/v1/data-sources";
    private static final String CONNECTIONS = "/api/v1/data-connections";
    private static final String BODY = "{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": {}}";

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.create();

    FakeTenant tenant = extension.tenant();

    private ApiCaller api;

    @BeforeEach
    void createCaller() {
        api = new ApiCaller(tenant);
    }

    @Test
    void stubIsUsedOnce() {
        tenant.stubNext(StubResponse.status(502));
        tenant.stubNext(StubResponse.status(503).header("Retry-After", "7"));
        assertThat(tenant.pendingStubs()).isEqualTo(2);

        assertThat(api.get(SOURCES).status()).isEqualTo(502);
        ApiResponse second = api.get(SOURCES);
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.body()).isEmpty();
        assertThat(second.http().headers().firstValue("Retry-After")).contains("7");
        assertThat(api.get(SOURCES).status()).isEqualTo(200);
        assertThat(tenant.pendingStubs()).isZero();
        assertThat(tenant.requestCount()).isEqualTo(3);
    }

    @Test
    void stubIsUsedForTheMatchingRequestOnly() {
        tenant.stubNext("POST", CONNECTIONS, StubResponse.json(418, "{\"tea\": true}"));
        tenant.stubAll(request -> request.query("spaceId").isPresent(), request -> StubResponse.status(504));

        assertThat(api.get(CONNECTIONS).status()).isEqualTo(200);
        assertThat(api.get(CONNECTIONS + "?spaceId=a").status()).isEqualTo(504);
        assertThat(api.get(CONNECTIONS + "?spaceId=b").status()).isEqualTo(504);
        assertThat(api.post(CONNECTIONS, BODY).json().path("tea").asBoolean()).isTrue();
        assertThat(tenant.connections()).isEmpty();
        tenant.clearStubs();
        assertThat(api.get(CONNECTIONS + "?spaceId=a").status()).isEqualTo(200);
    }

    @Test
    void stubIsComputedFromTheRequest() {
        tenant.stubAll(
                request -> request.path().equals(CONNECTIONS),
                request -> StubResponse.json(
                        200, "{\"asked\": \"" + request.query("page").orElse("") + "\"}"));

        assertThat(api.get(CONNECTIONS + "?page=7").json().path("asked").asText())
                .isEqualTo("7");
        assertThat(api.get(CONNECTIONS + "?page=8").json().path("asked").asText())
                .isEqualTo("8");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/data-sources, /errors/0/meta",
        "/api/v1/data-connections, /errors/0/status",
        "/api/v1/spaces, /traceId"
    })
    void errorStubHasTheFormatOfTheService(String path, String pointer) {
        tenant.stubNext(StubResponse.error(500, "X-1", "Broken", "By the test"));

        JsonNode body = api.get(path).json();

        assertThat(body.at("/errors/0/code").asText()).isEqualTo("X-1");
        assertThat(body.at(pointer).isMissingNode()).isFalse();
    }

    @Test
    void stubMayBeHtml() {
        tenant.stubNext(StubResponse.html(200));

        ApiResponse response = api.get(SOURCES);

        assertThat(response.http().headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body()).startsWith("<!doctype html>");
    }

    @Test
    void realResponseIsSentWithAnotherContentType() {
        tenant.stubNext(StubResponse.passThrough().contentType("text/plain"));

        ApiResponse response = api.get(SOURCES);

        assertThat(response.http().headers().allValues("Content-Type")).containsExactly("text/plain");
        assertThat(response.json().path("dataSources")).isNotEmpty();
    }

    @Test
    void bodyIsTruncatedInsideTheJson() {
        tenant.stubNext(StubResponse.passThrough().truncated());

        String body = api.get(SOURCES).body();

        assertThat(body).startsWith("{\"dataSources\"");
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> ApiCaller.JSON.readTree(body));
    }

    @Test
    void connectionIsDroppedWithinTheBody() {
        tenant.stubNext(StubResponse.passThrough().droppedMidBody());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> api.tryToSend("GET", SOURCES, null));
        assertThat(api.get(SOURCES).status()).isEqualTo(200);
    }

    @Test
    void connectionIsDroppedBeforeHandling() {
        tenant.stubNext(StubResponse.dropBeforeHandling());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> api.tryToSend("POST", CONNECTIONS, BODY));
        assertThat(tenant.connections()).isEmpty();
    }

    @Test
    void connectionIsDroppedAfterHandling() {
        tenant.stubNext(StubResponse.dropAfterHandling());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> api.tryToSend("POST", CONNECTIONS, BODY));
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void problemIsAddedToAValidList() {
        tenant.stubNext(StubResponse.passThrough().withError(403, "DCERROR-0042", "Not shown", "One is hidden"));

        JsonNode body = api.get(CONNECTIONS).json();

        assertThat(body.path("data").isArray()).isTrue();
        assertThat(body.at("/errors/0/status").asInt()).isEqualTo(403);
        assertThat(body.at("/errors/0/code").asText()).isEqualTo("DCERROR-0042");
        assertThat(api.get(CONNECTIONS).json().has("errors")).isFalse();
    }

    @Test
    void singleConnectionLacksRemovedMembers() {
        String id = tenant.addConnection("rest", "Orders", null, Map.of("url", "https://h.example"));
        tenant.stubNext(StubResponse.passThrough().without("connectionProperties", "qID", "id", "absent"));

        JsonNode body =
                api.get(CONNECTIONS + "/" + id + "?parseConnection=true").json();

        assertThat(body.has("connectionProperties")).isFalse();
        assertThat(body.has("qID")).isFalse();
        assertThat(body.has("id")).isFalse();
        assertThat(body.path("qEngineObjectID").asText()).isEqualTo(id);
    }

    @Test
    void singleConnectionHasReplacedMembers() {
        String id = tenant.addConnection("rest", "Orders", null, Map.of());
        tenant.stubNext(StubResponse.passThrough()
                .with("space", "OTHER")
                .with("tags", null)
                .with("privileges", List.of("read"))
                .with("qLogOn", 7));

        JsonNode body = api.get(CONNECTIONS + "/" + id).json();

        assertThat(body.path("space").asText()).isEqualTo("OTHER");
        assertThat(body.get("tags").isNull()).isTrue();
        assertThat(body.path("privileges").toString()).isEqualTo("[\"read\"]");
        assertThat(body.path("qLogOn").asInt()).isEqualTo(7);
        assertThat(body.path("qName").asText()).isEqualTo("Orders");
    }

    @Test
    void everyEntryOfAListIsChanged() {
        tenant.addConnection("rest", "Orders", null, Map.of());
        tenant.addConnection("rest", "Returns", null, Map.of());
        tenant.stubNext(StubResponse.passThrough().without("qID", "meta").with("space", "OTHER"));

        JsonNode body = api.get(CONNECTIONS).json();

        assertThat(body.path("data")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.has("qID")).isFalse();
            assertThat(entry.path("space").asText()).isEqualTo("OTHER");
        });
        assertThat(body.has("space")).isFalse();
        assertThat(body.has("meta")).isTrue();
    }

    @Test
    void responsesWithoutAnObjectAreNotChanged() {
        String id = tenant.addConnection("rest", "Orders", null, Map.of());
        tenant.stubNext(StubResponse.passThrough().without("qID"));
        tenant.stubNext(StubResponse.json(200, "[1]").with("qID", "x"));
        tenant.stubNext(StubResponse.html(200).with("qID", "x"));

        assertThat(api.delete(CONNECTIONS + "/" + id).status()).isEqualTo(204);
        assertThat(api.get(CONNECTIONS).body()).isEqualTo("[1]");
        assertThat(api.get(CONNECTIONS).body()).startsWith("<!doctype html>");
    }

    static Stream<StubResponse> replacements() {
        return Stream.of(
                StubResponse.status(200),
                StubResponse.html(200),
                StubResponse.json(201, "{}"),
                StubResponse.error(503, "DOWN", "Service unavailable", "Later"));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void requestIsHandledAndAnotherResponseIsSent(StubResponse replacement) {
        tenant.stubNext(StubResponse.afterHandling(replacement));
        tenant.stubNext(replacement);

        ApiResponse handled = api.post(CONNECTIONS, BODY);
        ApiResponse notHandled = api.post(CONNECTIONS, BODY);

        assertThat(tenant.connections()).hasSize(1);
        assertThat(handled.status()).isEqualTo(notHandled.status());
        assertThat(handled.body()).isEqualTo(notHandled.body());
    }

    @Test
    void requestIsHandledOnceIfTheRealResponseIsSentAfterwards() {
        tenant.stubNext(StubResponse.afterHandling(StubResponse.passThrough().without("qID")));

        ApiResponse response = api.post(CONNECTIONS, BODY);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().has("qID")).isFalse();
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void replacedResponseKeepsItsChangesAndDelivery() {
        tenant.stubNext(StubResponse.afterHandling(
                StubResponse.json(200, "{\"a\": 1}").with("b", 2).droppedMidBody()));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> api.tryToSend("POST", CONNECTIONS, BODY));
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void bodyIsSentByteByByte() {
        tenant.stubNext(StubResponse.json(200, "{\"slow\": true}").dripping(Duration.ofMillis(1)));

        assertThat(api.get(SOURCES).json().path("slow").asBoolean()).isTrue();
    }

    @Test
    void waitForAStubEndsWhenTheTenantCloses() throws Exception {
        tenant.stubNext(StubResponse.passThrough().delayed(Duration.ofHours(1)));
        CompletableFuture<ApiResponse> pending = CompletableFuture.supplyAsync(() -> api.get(SOURCES));
        while (tenant.requestCount() == 0) {
            Thread.onSpinWait();
        }
        assertThat(pending).isNotDone();

        tenant.close();

        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                .isThrownBy(() -> pending.get(10, TimeUnit.SECONDS));
    }
}
