package io.github.qlikconnections.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is expensive to parse is rejected at a limit, at every place of a response. */
class JsonBombTest {

    private static final int LENGTH = 2_000_000;

    /** Values of one member of a response. */
    private static final Map<String, String> BOMBS = Map.of(
            "depth of arrays", "[".repeat(LENGTH) + "]".repeat(LENGTH),
            "depth of objects", "{\"a\":".repeat(LENGTH) + "1" + "}".repeat(LENGTH),
            "a depth that is never closed", "[".repeat(LENGTH),
            "one level more than allowed", "[".repeat(201) + "]".repeat(201),
            "a huge number", "7".repeat(LENGTH),
            "a huge fraction", "0." + "7".repeat(LENGTH),
            "a huge exponent", "1e" + "7".repeat(LENGTH),
            "a huge name", "{\"" + "n".repeat(LENGTH) + "\":1}",
            "a name one longer than allowed", "{\"" + "n".repeat(10_001) + "\":1}",
            "many small elements", "[" + "0,".repeat(LENGTH) + "0]");

    static Stream<String> bombs() {
        return BOMBS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void responseThatExceedsALimitIsRejected(String bomb) throws IOException {
        try (RawServer server = server(
                        "200 OK",
                        value -> "{\"qID\":\"c1\",\"qName\":\"n\",\"connectionProperties\":" + value + "}",
                        bomb);
                QlikClient qlik = TrackedClients.build(client(server))) {
            assertThatThrownBy(() -> qlik.dataConnections().getWithProperties("c1"))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("is not the JSON that the API documents")
                    .hasMessageNotContaining("77777")
                    .hasMessageNotContaining("nnnnn");
        }
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void specificationThatExceedsALimitIsRejected(String bomb) throws IOException {
        try (RawServer server = server("200 OK", value -> "{\"connectionProperties\":" + value + "}", bomb);
                QlikClient qlik = TrackedClients.build(client(server))) {
            assertThatThrownBy(() -> qlik.dataSources().spec("rest")).isInstanceOf(UnexpectedResponseException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void errorBodyThatExceedsALimitIsIgnored(String bomb) throws IOException {
        try (RawServer server = server("400 No", value -> "{\"x\":" + value + ",\"code\":\"X-1\"}", bomb);
                QlikClient qlik = TrackedClients.build(client(server))) {
            assertThatThrownBy(() -> qlik.dataConnections().get("c1"))
                    .isInstanceOfSatisfying(
                            QlikApiException.class,
                            exception -> assertThat(exception.errors()).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void tokenResponseThatExceedsALimitIsRejected(String bomb) throws IOException {
        try (RawServer server =
                        server("200 OK", value -> "{\"expires_in\":" + value + ",\"access_token\":\"t\"}", bomb);
                QlikClient qlik = TrackedClients.build(
                        client(server).credentials(QlikCredentials.oauth("id", Secret.of("secret"))))) {
            assertThatThrownBy(() -> qlik.spaces().list().stream().toList())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("Cannot get an access token");
        }
    }

    @Test
    void largeResponseWithinTheLimitsIsRead() throws IOException {
        String properties =
                "{\"deep\":" + "[".repeat(190) + "]".repeat(190) + ",\"" + "n".repeat(9_000) + "\":1,\"many\":["
                        + "0,".repeat(100_000) + "0],\"tiny\":1e-300,\"long\":\"" + "s".repeat(LENGTH) + "\"}";
        try (RawServer server = new RawServer((request, socket) -> RawServer.send(
                        socket,
                        "200 OK",
                        "application/json",
                        "{\"qID\":\"c1\",\"qName\":\"n\",\"connectionProperties\":" + properties + "}"));
                QlikClient qlik = TrackedClients.build(client(server))) {
            assertThat(qlik.dataConnections().getWithProperties("c1").properties())
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "123456789012345678901234567890"})
    void numberBeyondAllRangesFailsNoCall(String number) throws IOException {
        String json = "{\"access_token\":\"t\",\"expires_in\":" + number + ",\"qID\":\"c1\",\"qName\":\"n\","
                + "\"connectionProperties\":{\"port\":" + number + "}}";
        String spec = "{\"connectionProperties\":{\"properties\":{\"port\":{\"type\":\"integer\",\"maximum\":" + number
                + ",\"default\":" + number + ",\"maxLength\":" + number + "}}}}";
        try (RawServer server = new RawServer((request, socket) -> RawServer.send(
                        socket, "200 OK", "application/json", request.target().contains("api-specs") ? spec : json));
                QlikClient qlik = TrackedClients.build(
                        client(server).credentials(QlikCredentials.oauth("id", Secret.of("secret"))))) {
            assertThat(qlik.dataConnections().getWithProperties("c1").properties())
                    .containsKey("port");
            assertThat(qlik.dataSources().spec("rest").property("port")).isPresent();
            assertThat(qlik.dataConnections()
                            .validate(ConnectionDraft.builder("rest", "n")
                                    .set("port", 1)
                                    .build()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-0.1E-99999999999"})
    void doesNotReadAnExponentBeyondEveryDecimal(String number) throws IOException {
        try (RawServer server = new RawServer((request, socket) -> RawServer.send(
                        socket,
                        "200 OK",
                        "application/json",
                        "{\"qID\":\"c1\",\"qName\":\"n\",\"connectionProperties\":{\"port\":" + number + "}}"));
                QlikClient qlik = TrackedClients.build(client(server))) {
            assertThatThrownBy(() -> qlik.dataConnections().getWithProperties("c1"))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("has a number that is too large")
                    .hasMessageNotContaining("99999999");
        }
    }

    private static RawServer server(String status, UnaryOperator<String> body, String bomb) {
        return new RawServer(
                (request, socket) -> RawServer.send(socket, status, "application/json", body.apply(BOMBS.get(bomb))));
    }

    private static QlikClientBuilder client(RawServer server) {
        return QlikClient.builder()
                .tenant(server.url())
                .credentials(QlikCredentials.apiKey(Secret.of("key")))
                .backoffBaseDelay(Duration.ofMillis(1));
    }
}
