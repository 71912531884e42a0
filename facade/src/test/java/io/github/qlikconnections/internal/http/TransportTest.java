package io.github.qlikconnections.internal.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.github.qlikconnections.internal.http.Transports.SETTINGS;
import static io.github.qlikconnections.internal.http.Transports.withOperationTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    private static final Secret TOKEN = Secret.of("the-bearer-token");

    @RegisterExtension
    static final WireMockExtension TENANT = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final ManualTiming timing = new ManualTiming();
    private Transport transport;

    @BeforeEach
    void open() {
        transport = transport(SETTINGS);
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void getRequestHasTokenAndUserAgentButNoContentType() {
        respond(okJson("{\"a\":1}"));
        assertThat(get()).isEqualTo("{\"a\":1}");
        TENANT.verify(getRequestedFor(anyUrl())
                .withHeader("Authorization", equalTo("Bearer the-bearer-token"))
                .withHeader("User-Agent", equalTo("qlik-connections-java/test"))
                .withHeader("Accept", equalTo("application/json"))
                .withoutHeader("Content-Type")
                .withoutHeader("Cookie"));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "409", "418"})
    void errorStatusIsMappedToItsException(int status) {
        respond(error(
                status,
                "{\"errors\":[{\"code\":\"X-1\",\"title\":\"No\",\"detail\":\"Not so.\"}],\"traceId\":\"t1\"}"));
        QlikApiException exception = catchThrowableOfType(QlikApiException.class, this::get);
        assertThat(exception.getClass()).isEqualTo(expected(status));
        assertThat(exception.status()).isEqualTo(status);
        assertThat(exception.code()).contains("X-1");
        assertThat(exception.title()).contains("No");
        assertThat(exception.detail()).contains("Not so.");
        assertThat(exception.traceId()).contains("t1");
        assertThat(exception.attempts()).isEqualTo(1);
        assertThat(exception.operation()).isEqualTo("getDataConnection");
        assertThat(exception)
                .hasMessageStartingWith("Cannot get connection c1: " + status)
                .hasMessageContaining("X-1 No: Not so");
        assertThat(requests()).isEqualTo(1);
    }

    private static Class<? extends QlikApiException> expected(int status) {
        return switch (status) {
            case 401 -> AuthenticationException.class;
            case 403 -> PermissionDeniedException.class;
            case 404 -> NotFoundException.class;
            case 409 -> ConflictException.class;
            default -> QlikApiException.class;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"code\":\"X-1\",\"status\":\"400\"}]}",
                "{\"code\":\"X-1\",\"status\":400}",
                "{\"error\":\"X-1\",\"status\":[400]}"
            })
    void errorBodyIsReadInEachOfItsShapes(String body) {
        respond(error(400, body));
        assertThat(catchThrowableOfType(QlikApiException.class, this::get).code())
                .contains("X-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"errors\":{}}", "{\"errors\":[1,null]}", "<html>"})
    void errorBodyWithoutContentIsIgnored(String body) {
        respond(error(400, body));
        assertThat(catchThrowableOfType(QlikApiException.class, this::get).errors())
                .isEmpty();
    }

    @Test
    void tokenAndSecretsOfTheRequestAreRedactedInErrors() {
        respond(error(400, "{\"errors\":[{\"detail\":\"bad value p4ssw0rd with the-bearer-token\"}]}"));
        assertThatThrownBy(this::post)
                .hasMessageContaining("bad value [hidden] with [hidden]")
                .hasMessageNotContaining("p4ssw0rd")
                .hasMessageNotContaining("the-bearer-token");
    }

    @Test
    void rateLimitedPostIsRetriedAfterTheRetryAfterDelay() {
        respondInOrder(error(429, "{}").withHeader("Retry-After", "13"), okJson("{}"));
        assertThat(post()).isEqualTo("{}");
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(13));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void rateLimitClosesOnlyTheTierOfTheRequest() {
        respond(error(429, "{}").withHeader("Retry-After", "100"));
        RateLimitedException limited = catchThrowableOfType(RateLimitedException.class, this::post);
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(100));
        assertThat(requests()).isEqualTo(1);

        respond(okJson("{}"));
        assertThatThrownBy(this::post).isInstanceOf(RateLimitedException.class);
        assertThat(requests()).as("nothing is sent while the tier is closed").isEqualTo(1);
        assertThat(get()).isEqualTo("{}");

        timing.advance(Duration.ofSeconds(100));
        assertThat(post()).isEqualTo("{}");
    }

    @Test
    void rateLimitedRequestFailsAfterTheMaximumAttempts() {
        respond(error(429, "{}").withHeader("Retry-After", "1"));
        RateLimitedException limited = catchThrowableOfType(RateLimitedException.class, this::get);
        assertThat(limited.attempts()).isEqualTo(3);
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void getIsRetriedAfterAServerErrorWithExponentialBackoffAndJitter() {
        respond(error(503, "{}"));
        ServerException failed = catchThrowableOfType(ServerException.class, this::get);
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void postIsNotRetriedAfterAServerError(int status) {
        respond(error(status, "{}").withHeader("Retry-After", "1"));
        assertThatThrownBy(this::post).isInstanceOf(ServerException.class);
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void getIsRetriedAfterAnIncompleteResponse(Fault fault) {
        respondInOrder(aResponse().withFault(fault), okJson("{}"));
        assertThat(get()).isEqualTo("{}");
        assertThat(requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void postWithIncompleteResponseHasAnUnknownOutcomeAndIsNotRetried(Fault fault) {
        respondInOrder(aResponse().withFault(fault), okJson("{}"));
        QlikException exception = catchThrowableOfType(QlikException.class, this::post);
        boolean garbage = fault == Fault.MALFORMED_RESPONSE_CHUNK || fault == Fault.RANDOM_DATA_THEN_CLOSE;
        assertThat(exception)
                .isInstanceOf(garbage ? UnexpectedResponseException.class : TransportException.class)
                .hasMessageEndingWith(
                        "The connection may have been created: look for its name before you repeat the call.");
        assertThat(exception.outcomeUnknown()).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void missingResponseIsReportedAsATimeout() {
        respond(okJson("{}").withFixedDelay(3000));
        try (Transport impatient = transport(Transports.withResponseTimeout(Duration.ofMillis(300)))) {
            TransportException exception = catchThrowableOfType(TransportException.class, () -> post(impatient));
            assertThat(exception.outcomeUnknown()).isTrue();
            assertThat(exception).hasMessageContaining("no response came in time");
        }
    }

    @Test
    void slowResponseEndsAtTheDeadline() {
        try (Transport impatient = transport(withOperationTimeout(Duration.ofMillis(700)), Timing.SYSTEM)) {
            respond(okJson("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]").withChunkedDribbleDelay(50, 15_000));
            long begin = System.nanoTime();
            TransportException exception = catchThrowableOfType(TransportException.class, () -> get(impatient));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(exception).hasMessageContaining("was not done within 700 ms");
            assertThat(exception.outcomeUnknown()).isFalse();
        }
    }

    @Test
    void interruptedThreadSendsNothing() {
        respond(okJson("{}").withFixedDelay(300));
        try (Transport patient = transport(withOperationTimeout(Duration.ofMinutes(1)), Timing.SYSTEM)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> get(patient))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(requests()).isZero();
        }
    }

    @Test
    void connectFailureIsRetriedAndHasAKnownOutcome() {
        try (Transport unreachable = Transports.open("http://127.0.0.1:1", SETTINGS, timing)) {
            TransportException exception = catchThrowableOfType(TransportException.class, () -> post(unreachable));
            assertThat(exception.outcomeUnknown()).isFalse();
            assertThat(exception)
                    .hasMessageContaining("http://127.0.0.1:1 could not be reached. Check the tenant address");
            assertThat(timing.sleeps()).as("a connect failure is retried").hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) {
        respond(aResponse().withStatus(status).withHeader("Location", TENANT.url("/elsewhere")));
        assertThatThrownBy(this::post)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("redirects to the host");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void messageNamesTheMediaTypeOfAResponseThatIsNotJson() {
        respond(ok("<html>sign in</html>").withHeader("Content-Type", "text/html"));
        assertThatThrownBy(this::get)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("text/html, not JSON")
                .hasMessageNotContaining("sign in");
    }

    @ParameterizedTest
    @CsvSource({"200, 3", "204, 3", "304, 1"})
    void missingBodyIsReportedWithTheStatus(int status, int attempts) {
        respond(aResponse().withStatus(status));
        assertThatThrownBy(this::get)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("(status " + status + ")");
        assertThat(requests()).isEqualTo(attempts);
    }

    @Test
    void responseAboveTheSizeLimitIsRejected() {
        respond(okJson("\"" + "x".repeat(2000) + "\""));
        assertThatThrownBy(this::get)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is larger than the limit of 1000 bytes");
    }

    @Test
    void everyAttemptHasTheToken() {
        respond(error(503, "{}"));
        assertThatThrownBy(this::get).isInstanceOf(ServerException.class);
        TENANT.verify(3, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer the-bearer-token")));
    }

    @Test
    void cookiesAreNotSentBack() {
        respond(okJson("{}").withHeader("Set-Cookie", "session=1; Path=/"));
        get();
        get();
        TENANT.verify(2, anyRequestedFor(anyUrl()).withoutHeader("Cookie"));
    }

    private void respond(ResponseDefinitionBuilder response) {
        TENANT.stubFor(any(anyUrl()).willReturn(response));
    }

    private void respondInOrder(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        TENANT.stubFor(any(anyUrl())
                .inScenario("responses")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("then"));
        TENANT.stubFor(any(anyUrl())
                .inScenario("responses")
                .whenScenarioStateIs("then")
                .willReturn(then));
    }

    private static ResponseDefinitionBuilder error(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private int requests() {
        return TENANT.findAll(anyRequestedFor(anyUrl())).size();
    }

    private Transport transport(TransportSettings settings) {
        return transport(settings, timing);
    }

    private static Transport transport(TransportSettings settings, Timing timing) {
        return Transports.open(TENANT.baseUrl(), settings, timing).withBearerTokens(deadline -> TOKEN);
    }

    private String get() {
        return get(transport);
    }

    private static String get(Transport transport) {
        Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
        return transport.send(call, new WireRequest("GET", "/x", Map.of(), null), TransportTest::text);
    }

    private String post() {
        return post(transport);
    }

    private static String post(Transport transport) {
        Redactor redactor = Redactor.of(() -> List.of(Secret.of("p4ssw0rd")));
        Call call = new Call(Operation.CREATE_CONNECTION, "connection c1", transport.deadline(), redactor);
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return transport.send(call, new WireRequest("POST", "/x", Map.of(), body), TransportTest::text);
    }

    private static String text(java.io.InputStream body) throws java.io.IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
}
