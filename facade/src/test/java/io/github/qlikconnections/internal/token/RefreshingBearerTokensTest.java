package io.github.qlikconnections.internal.token;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.BearerTokens;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.InterruptedCall;
import io.github.qlikconnections.internal.http.ManualTiming;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.Transports;
import io.github.qlikconnections.internal.http.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshingBearerTokensTest {

    private static final QlikCredentials CLIENT =
            QlikCredentials.oauth("client-7", Secret.of("s3cret-of-client")).withScope("user_default");

    @RegisterExtension
    static final WireMockExtension TENANT = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final ManualTiming timing = new ManualTiming();
    private Transport anonymous;
    private BearerTokens shared;
    private Transport transport;

    @BeforeEach
    void open() {
        anonymous = Transports.open(TENANT.baseUrl(), Transports.SETTINGS, timing);
        transport = transportFor(CLIENT);
        TENANT.stubFor(get(anyUrl()).willReturn(okJson("{}")));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private Transport transportFor(QlikCredentials credentials) {
        return anonymous.withBearerTokens(
                BearerTokenSources.of(credentials, anonymous, Tenant.parse(TENANT.baseUrl()), timing));
    }

    @Test
    void tokenIsRequestedWithJsonAndSentWithEveryRequest() {
        issue("{\"access_token\":\"t1\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        call();
        call();
        TENANT.verify(
                1,
                postRequestedFor(urlEqualTo("/oauth/token"))
                        .withoutHeader("Authorization")
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("""
                            {"grant_type":"client_credentials","client_id":"client-7",
                             "client_secret":"s3cret-of-client","scope":"user_default"}\
                            """)));
        TENANT.verify(2, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expires_in\":3600 | 3540",
                "\"expires_in\":\"3600\",\"token_type\":\"BEARER\" | 3540",
                "\"expires_in\":3600,\"expires_at\":\"2000-01-01T00:00:00Z\" | 3540",
                "\"expires_at\":\"2026-11-23T11:00:00.000Z\" | 3540",
                "\"expires_at\":\"2026-11-23T13:00:00+02:00\",\"expires_in\":null | 3540",
                "\"expires_in\":61 | 1",
                "\"expires_in\":40 | 20"
            })
    void tokenIsRenewedAMinuteBeforeItExpires(String expiry, int seconds) {
        issue("{\"access_token\":\"t1\"," + expiry + "}");
        call();
        timing.advance(Duration.ofSeconds(seconds).minusNanos(1));
        call();
        assertThat(tokenRequests()).isEqualTo(1);
        timing.advance(Duration.ofNanos(1));
        call();
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"expires_in\":0",
                ",\"expires_in\":-5",
                ",\"expires_in\":\"soon\"",
                ",\"expires_at\":\"tomorrow\"",
                ",\"expires_at\":\"2001-01-01T00:00:00Z\"",
                ",\"expires_at\":{}"
            })
    void tokenWithoutExpiryIsKept(String expiry) {
        issue("{\"access_token\":\"t1\"" + expiry + "}");
        call();
        timing.advance(Duration.ofDays(30));
        call();
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void hugeLifetimeIsAccepted() {
        issue("{\"access_token\":\"t1\",\"expires_in\":99999999999999999}");
        call();
        timing.advance(Duration.ofDays(300));
        call();
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void concurrentThreadsFetchOneToken() throws Exception {
        TENANT.stubFor(
                post(anyUrl()).willReturn(okJson("{\"access_token\":\"t1\"}").withFixedDelay(200)));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return tokens().current(transport.deadline()).reveal();
                }));
            }
            start.countDown();
            for (Future<String> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("t1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tokenRequests()).isEqualTo(1);
    }

    private synchronized BearerTokens tokens() {
        if (shared == null) {
            shared = BearerTokenSources.of(CLIENT, anonymous, Tenant.parse(TENANT.baseUrl()), timing);
        }
        return shared;
    }

    @Test
    void oldTokenIsUsedWhileAnotherThreadRenewsIt() throws Exception {
        AtomicInteger requestCount = new AtomicInteger();
        CountDownLatch renewal = new CountDownLatch(1);
        CountDownLatch tokenRequested = new CountDownLatch(2);
        try (RawServer server = new RawServer((request, socket) -> {
                    tokenRequested.countDown();
                    if (requestCount.getAndIncrement() == 0) {
                        RawServer.send(
                                socket, "200 OK", "application/json", "{\"access_token\":\"t1\",\"expires_in\":100}");
                    } else {
                        await(renewal);
                        RawServer.send(socket, "200 OK", "application/json", "{\"access_token\":\"t2\"}");
                    }
                });
                Transport slow = Transports.open(server.url(), Transports.SETTINGS, timing)) {
            var tokens = BearerTokenSources.of(CLIENT, slow, Tenant.parse(server.url()), timing);
            assertThat(tokens.current(slow.deadline()).reveal()).isEqualTo("t1");
            timing.advance(Duration.ofSeconds(50));
            AtomicReference<String> renewed = new AtomicReference<>();
            Thread renewing =
                    new Thread(() -> renewed.set(tokens.current(slow.deadline()).reveal()));
            renewing.start();
            await(tokenRequested);

            String currentToken = tokens.current(slow.deadline()).reveal();

            renewal.countDown();
            renewing.join();
            assertThat(currentToken).isEqualTo("t1");
            assertThat(renewed).hasValue("t2");
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void validTokenIsUsedIfItsRenewalFails() {
        issue("{\"access_token\":\"t1\",\"expires_in\":100}");
        call();
        timing.advance(Duration.ofSeconds(50));
        TENANT.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
        call();
        timing.advance(Duration.ofSeconds(51));
        assertThatThrownBy(this::call).isInstanceOf(ServerException.class);
    }

    @Test
    void requestIsRetriedOnceWithANewTokenAfterA401() {
        issueInOrder("t1", "t2");
        TENANT.stubFor(get(anyUrl())
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(aResponse().withStatus(401)));
        call();
        assertThat(tokenRequests()).isEqualTo(2);
        assertThat(apiRequests()).isEqualTo(2);
    }

    @Test
    void second401IsNotRetried() {
        issueInOrder("t1", "t2");
        TENANT.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));
        AuthenticationException exception = catchThrowableOfType(AuthenticationException.class, this::call);
        assertThat(exception.attempts()).isEqualTo(2);
        assertThat(tokenRequests()).isEqualTo(2);
        assertThat(apiRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void requestIsRetriedOnlyWithANewTokenIfRetriesAreDisabled(int status) {
        issueInOrder("t1", "t2");
        TENANT.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status)));
        TENANT.stubFor(get(anyUrl())
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(aResponse().withStatus(401)));
        try (Transport once =
                Transports.open(TENANT.baseUrl(), Transports.withOperationTimeout(Duration.ofMinutes(1)), timing)) {
            transport =
                    once.withBearerTokens(BearerTokenSources.of(CLIENT, once, Tenant.parse(TENANT.baseUrl()), timing));

            QlikApiException exception = catchThrowableOfType(QlikApiException.class, this::call);

            assertThat(exception.status()).isEqualTo(status);
            assertThat(apiRequests()).isEqualTo(2);
        }
    }

    @Test
    void a401ForAnApiKeyIsNotRetried() {
        transport = transportFor(QlikCredentials.apiKey(Secret.of("key-1")));
        TENANT.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));
        assertThatThrownBy(this::call).isInstanceOf(AuthenticationException.class);
        assertThat(apiRequests()).isEqualTo(1);
        assertThat(tokenRequests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void errorOfTheTokenEndpointIsReportedWithoutTheSecret(int status) {
        issue(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"errors\":[{\"code\":\"OAUTH-9\",\"title\":\"No\",\"detail\":\"bad s3cret-of-client\","
                        + "\"status\":\"" + status + "\"}]}"));
        AuthenticationException exception = catchThrowableOfType(AuthenticationException.class, this::call);
        assertThat(exception.code()).contains("OAUTH-9");
        assertThat(exception.status()).isEqualTo(status);
        assertThat(exception.operation()).isEqualTo("requestAccessToken");
        assertThat(exception)
                .hasMessageContaining("Cannot get an access token: " + status)
                .hasMessageContaining("bad [hidden]")
                .hasMessageContaining("Check the client id")
                .hasMessageNotContaining("s3cret");
        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(apiRequests()).isZero();
    }

    @Test
    void tokenRequestIsRetriedAfterAServerError() {
        TENANT.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(502)));
        assertThatThrownBy(this::call).isInstanceOf(ServerException.class);
        assertThat(tokenRequests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"t\"",
                "{}",
                "{",
                "{\"access_token\":null}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"marker one\"}",
                "{\"access_token\":\"marker\\r\\nX: 1\"}",
                "{\"access_token\":\"marker\",\"token_type\":\"mac\"}"
            })
    void responseWithoutAUsableTokenIsRejected(String response) {
        issue(response);
        assertThatThrownBy(this::call)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("Cannot get an access token")
                .hasMessageNotContaining("marker");
        assertThat(apiRequests()).isZero();
    }

    @Test
    void supplierIsCalledForEveryRequestAndAgainAfterA401() {
        AtomicInteger count = new AtomicInteger();
        transport = transportFor(QlikCredentials.tokens(() -> Secret.of("s" + count.incrementAndGet())));
        TENANT.stubFor(get(anyUrl())
                .withHeader("Authorization", equalTo("Bearer s1"))
                .willReturn(aResponse().withStatus(401)));
        call();
        call();
        TENANT.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer s2")));
        TENANT.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer s3")));
    }

    @Test
    void invalidSuppliedTokenIsRejected() {
        transport = transportFor(QlikCredentials.tokens(() -> Secret.of("marker\r\nX-Evil: 1")));
        assertThatThrownBy(this::call)
                .isInstanceOf(QlikException.class)
                .hasMessageContaining("of the supplier contains whitespace")
                .hasMessageNotContaining("marker");
        transport = transportFor(QlikCredentials.tokens(() -> null));
        assertThatThrownBy(this::call).isInstanceOf(QlikException.class).hasMessageContaining("returned null");
        assertThat(apiRequests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a\nb", "key\n", "a\u0000", "ké", "${QLIK_API_KEY}", "<API_KEY>", "********"})
    void invalidKeyOrSecretIsRejectedOnCreation(String text) {
        assertThatThrownBy(() -> transportFor(QlikCredentials.apiKey(Secret.of(text))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The API key ");
        assertThatThrownBy(() -> transportFor(QlikCredentials.oauth("id", Secret.of(text))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The client secret ");
    }

    @Test
    void interruptionEndsTheWaitForAnotherThreadButNotItsRequest() throws Exception {
        try (RawServer silent = new RawServer((request, socket) -> {});
                Transport patient = Transports.open(
                        silent.url(), Transports.withOperationTimeout(Duration.ofMinutes(1)), Timing.SYSTEM)) {
            var tokens = BearerTokenSources.of(CLIENT, patient, Tenant.parse(silent.url()), Timing.SYSTEM);
            InterruptedCall fetching = InterruptedCall.start(() -> tokens.current(patient.deadline()))
                    .awaitCondition(() -> !silent.requests().isEmpty());
            InterruptedCall waiting = InterruptedCall.start(() -> tokens.current(patient.deadline()))
                    .awaitWaiting();
            waiting.interrupt();
            assertThat(fetching.isRunning()).isTrue();
            assertThat(fetching.interrupt().outcomeUnknown()).isFalse();
            assertThat(silent.requests()).hasSize(1);
            Transports.assertNothingLeased(patient);
        }
    }

    @Test
    void waitingThreadFetchesTheTokenIfTheFetchingThreadIsInterrupted() throws Exception {
        AtomicInteger requestCount = new AtomicInteger();
        try (RawServer server = new RawServer((request, socket) -> {
                    if (requestCount.getAndIncrement() > 0) {
                        RawServer.send(socket, "200 OK", "application/json", "{\"access_token\":\"t2\"}");
                    }
                });
                Transport patient = Transports.open(
                        server.url(), Transports.withOperationTimeout(Duration.ofMinutes(1)), Timing.SYSTEM)) {
            var tokens = BearerTokenSources.of(CLIENT, patient, Tenant.parse(server.url()), Timing.SYSTEM);
            AtomicReference<String> token = new AtomicReference<>();
            InterruptedCall fetching = InterruptedCall.start(() -> tokens.current(patient.deadline()))
                    .awaitCondition(() -> !server.requests().isEmpty());
            InterruptedCall waiting = InterruptedCall.start(
                            () -> token.set(tokens.current(patient.deadline()).reveal()))
                    .awaitWaiting();
            fetching.interrupt();
            waiting.awaitCondition(() -> !waiting.isRunning());
            assertThat(token).hasValue("t2");
            Transports.assertNothingLeased(patient);
        }
    }

    private void issue(String response) {
        issue(okJson(response));
    }

    private void issue(ResponseDefinitionBuilder response) {
        TENANT.stubFor(post(urlEqualTo("/oauth/token")).willReturn(response));
    }

    private void issueInOrder(String first, String then) {
        TENANT.stubFor(post(anyUrl())
                .inScenario("tokens")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("{\"access_token\":\"" + first + "\"}"))
                .willSetStateTo("then"));
        TENANT.stubFor(post(anyUrl())
                .inScenario("tokens")
                .whenScenarioStateIs("then")
                .willReturn(okJson("{\"access_token\":\"" + then + "\"}")));
    }

    private int tokenRequests() {
        return TENANT.findAll(postRequestedFor(anyUrl())).size();
    }

    private int apiRequests() {
        return TENANT.findAll(getRequestedFor(anyUrl())).size();
    }

    private void call() {
        Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
        transport.send(call, new WireRequest("GET", "/x", Map.of(), null), java.io.InputStream::readAllBytes);
    }
}
