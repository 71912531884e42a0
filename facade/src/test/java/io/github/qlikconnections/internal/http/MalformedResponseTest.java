package io.github.qlikconnections.internal.http;

import static io.github.qlikconnections.internal.http.RawResponses.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses whose header section or content coding cannot be used: the message names the header field. */
class MalformedResponseTest {

    private static final String BEGIN = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Encoding: utf-8|has the Content-Encoding utf-8, which this client does not support",
                "Content-Encoding: br|has the Content-Encoding br, which this client does not support",
                "Content-Encoding: gzip, br|has the Content-Encoding gzip, br, which this client does not support",
                "Content-Length: 3|has several Content-Length header fields",
                "Content-Length: 2|has several Content-Length header fields",
                "Transfer-Encoding: deflate|has a Transfer-Encoding header field other than chunked"
            })
    void unusableHeaderFieldIsNamedAndNotRetried(String field, String problem) throws IOException {
        try (RawResponses tenant = new RawResponses(BEGIN + field + "\r\nContent-Length: 2\r\n\r\n{}")) {
            QlikException failure = tenant.failure(Operation.GET_CONNECTION, "GET");

            assertThat(failure)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageStartingWith("Cannot get connection c1: the response (status 200) " + problem + ".");
            assertThat(tenant.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 000 X",
                "HTTP/1.1 099 X",
                "HTTP/1.1 1000 X",
                "HTTP/1.1 -200 X",
                "HTTP/1.1 p4ssw0rd",
                "SSH-2.0-p4ssw0rd",
                "HTTP/1.1 200 OK\r\np4ssw0rd",
                "HTTP/1.1 200 OK\r\n: p4ssw0rd",
                "HTTP/1.1 101 X",
                "HTTP/2 200 OK",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\np4ssw0rd"
            })
    void responseThatIsNotHttpIsUnexpectedAndNoCauseContainsIt(String begin) throws IOException {
        try (RawResponses tenant = new RawResponses(begin + "\r\nContent-Length: 2\r\n\r\n{}")) {
            QlikException failure = tenant.failure(Operation.CREATE_CONNECTION, "POST");

            assertThat(failure).isInstanceOf(UnexpectedResponseException.class);
            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(failure).hasMessageContaining("the response ").hasMessageNotContaining("(status 0)");
            assertThat(Throwables.getStackTrace(failure)).doesNotContain("p4ssw0rd");
        }
    }

    @Test
    void codingsInSeveralHeaderFieldsAreAllRead() throws IOException {
        String fields = "Content-Encoding: identity\r\nContent-Encoding: br\r\n";
        try (RawResponses tenant = new RawResponses(BEGIN + fields + "Content-Length: 2\r\n\r\n{}")) {
            assertThat(tenant.failure(Operation.GET_CONNECTION, "GET"))
                    .hasMessageContaining("has the Content-Encoding identity, br");
        }
    }

    @Test
    void errorResponseWithAnInvalidHeaderFieldKeepsItsStatus() throws IOException {
        try (RawResponses tenant = new RawResponses("HTTP/1.1 503 X\r\nno colon\r\n\r\n", OK)) {
            assertThat(tenant.send(Operation.GET_CONNECTION, "GET")).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "nine", "2, 2", "99999999999999999999"})
    void invalidContentLengthIsNamed(String length) throws IOException {
        try (RawResponses tenant = new RawResponses(BEGIN + "Content-Length: " + length + "\r\n\r\n{}")) {
            QlikException failure = tenant.failure(Operation.CREATE_CONNECTION, "POST");

            assertThat(failure)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("has a Content-Length header field that is not a length");
            assertThat(failure.outcomeUnknown()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 300})
    void upToTwoHundredHeaderFieldsAreRead(int number) throws IOException {
        String fields = "X-Field: value\r\n".repeat(number - 2);
        try (RawResponses tenant = new RawResponses(BEGIN + fields + "Content-Length: 2\r\n\r\n{}")) {
            QlikException failure = tenant.failure(Operation.GET_CONNECTION, "GET");

            if (number <= 200) {
                assertThat(failure).isNull();
            } else {
                assertThat(failure)
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("(status 200) has more than 200 header fields");
            }
            assertThat(tenant.requests()).isEqualTo(1);
        }
    }

    @Test
    void errorResponseWithTooManyHeaderFieldsKeepsItsStatus() throws IOException {
        String fields = "X-Field: value\r\n".repeat(300);
        String response = "HTTP/1.1 503 X\r\n" + fields + "Content-Length: 0\r\n\r\n";
        try (RawResponses tenant = new RawResponses(response, response, OK)) {
            assertThat(tenant.send(Operation.GET_CONNECTION, "GET")).isEqualTo("{}");
            assertThat(tenant.requests()).isEqualTo(3);
        }
        try (RawResponses tenant = new RawResponses(response)) {
            assertThat(tenant.failure(Operation.CREATE_CONNECTION, "POST")).isInstanceOf(ServerException.class);
        }
    }

    @Test
    void errorResponseInAnUnknownContentCodingKeepsItsStatus() throws IOException {
        String response = "HTTP/1.1 500 X\r\nContent-Type: application/json\r\nContent-Encoding: br\r\n"
                + "Content-Length: 2\r\n\r\n{}";
        try (RawResponses tenant = new RawResponses(response)) {
            assertThat(tenant.failure(Operation.CREATE_CONNECTION, "POST")).isInstanceOf(ServerException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity"})
    void supportedContentCodingIsDecoded(String coding) throws IOException {
        byte[] body = coding.equals("identity") ? "{\"a\":1}".getBytes(StandardCharsets.US_ASCII) : gzip("{\"a\":1}");
        try (RawResponses tenant = new RawResponses(encoded(coding, body))) {
            assertThat(tenant.send(Operation.GET_CONNECTION, "GET")).isEqualTo("{\"a\":1}");
            assertThat(tenant.send(Operation.GET_CONNECTION, "GET")).isEqualTo("{\"a\":1}");
            assertThat(tenant.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no gzip", "truncated", "broken", "empty"})
    void invalidGzipBodyIsNamedAndRetried(String kind) throws IOException {
        byte[] good = gzip("{\"a\":1}");
        byte[] body = switch (kind) {
            case "no gzip" -> "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
            case "truncated" -> Arrays.copyOf(good, good.length - 9);
            case "broken" -> {
                byte[] broken = good.clone();
                broken[broken.length - 6] ^= 0x55;
                yield broken;
            }
            default -> new byte[0];
        };
        try (RawResponses tenant = new RawResponses(encoded("gzip", body))) {
            assertThat(tenant.failure(Operation.GET_CONNECTION, "GET"))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(
                            kind.equals("empty")
                                    ? "has no body"
                                    : "is not valid gzip, although its Content-Encoding header field declares it");
            assertThat(tenant.requests()).isEqualTo(3);
        }
        try (RawResponses tenant = new RawResponses(encoded("gzip", body), OK)) {
            assertThat(tenant.send(Operation.GET_CONNECTION, "GET")).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void bytesAfterAResponseAreNotReadAsTheNextOne(String method) throws IOException {
        String forged = BEGIN + "Content-Length: 10\r\n\r\n{\"forged\"}";
        try (RawResponses tenant = new RawResponses(OK + forged)) {
            for (int i = 1; i <= 5; i++) {
                assertThat(tenant.send(Operation.GET_CONNECTION, method)).isEqualTo("{}");
                assertThat(tenant.connections()).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void lateBytesAreNotReadAsTheNextResponse(String method) throws Exception {
        Semaphore sent = new Semaphore(0);
        try (RawServer server = new RawServer((request, socket) -> {
                    RawServer.write(socket, OK);
                    RawServer.write(socket, BEGIN + "Content-Length: 10\r\n\r\n{\"forged\"}");
                    sent.release();
                });
                Transport transport = Transports.open(server.url(), Transports.SETTINGS, new ManualTiming())) {
            for (int i = 0; i < 10; i++) {
                Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline());
                byte[] read =
                        transport.send(call, new WireRequest(method, "/x", Map.of(), null), InputStream::readAllBytes);
                assertThat(read).asString().isEqualTo("{}");
                sent.acquire();
            }
        }
    }

    @Test
    void singleByteAfterAResponseClosesTheConnection() throws IOException {
        try (RawResponses tenant = new RawResponses(OK + "\n")) {
            tenant.send(Operation.GET_CONNECTION, "GET");
            tenant.send(Operation.GET_CONNECTION, "GET");
            assertThat(tenant.connections()).isEqualTo(2);
        }
    }

    private static String encoded(String coding, byte[] body) {
        return BEGIN + "Content-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n"
                + new String(body, StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
