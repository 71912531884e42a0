package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of hostile or broken servers: time and memory are limited, and no token is sent to another host. */
class HostileResponsesTest {

    private static final Secret TOKEN = Secret.of("the-bearer-token");
    private static final String JSON = "Content-Type: application/json\r\n";
    /** Upper bound of the bytes in socket buffers. */
    private static final long MAX_BUFFERED_BYTES = 12L * 1024 * 1024;

    private final AtomicLong sent = new AtomicLong();

    @Test
    void endlessResponseIsRejectedAtTheSizeLimit() throws IOException {
        assertThat(endless("200 OK"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is larger than the limit of 1000 bytes");
        assertThat(sent.get()).isLessThan(MAX_BUFFERED_BYTES);
    }

    @Test
    void endlessErrorBodyIsNotReadToItsEnd() throws IOException {
        assertThat(endless("400 Bad Request")).isInstanceOf(QlikApiException.class);
        assertThat(sent.get()).isLessThan(MAX_BUFFERED_BYTES);
    }

    @Test
    void endlessResponseThatIsNotJsonIsNotReadToItsEnd() throws IOException {
        assertThat(endless("302 Found")).isInstanceOf(UnexpectedResponseException.class);
        assertThat(sent.get()).isLessThan(MAX_BUFFERED_BYTES);
    }

    private Throwable endless(String status) throws IOException {
        return failure((request, socket) -> {
            RawServer.write(socket, "HTTP/1.1 " + status + "\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "1000\r\n" + "\"".repeat(1) + "x".repeat(0xfff) + "\r\n";
            byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
            while (sent.get() < 64L * 1024 * 1024) {
                socket.getOutputStream().write(bytes);
                sent.addAndGet(bytes.length);
            }
        });
    }

    @Test
    void sizeLimitAppliesToTheDecompressedBody() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write('"');
            byte[] zeros = "0".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1600; i++) {
                gzip.write(zeros);
            }
        }
        assertThat(failure((request, socket) -> {
                    RawServer.write(
                            socket,
                            "HTTP/1.1 200 OK\r\n" + JSON + "Content-Encoding: gzip\r\nContent-Length: " + packed.size()
                                    + "\r\n\r\n");
                    packed.writeTo(socket.getOutputStream());
                }))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("is larger than the limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one endless line", "endless lines"})
    void sizeOfTheHeaderSectionIsLimited(String kind) throws IOException {
        String part = kind.startsWith("one") ? "x".repeat(4096) : "X-Y: " + "y".repeat(90) + "\r\n";
        Throwable failure = failure((request, socket) -> {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nX: ");
            while (sent.get() < 64L * 1024 * 1024) {
                RawServer.write(socket, part);
                sent.addAndGet(part.length());
            }
        });
        assertThat(failure)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(
                        "(status 200) has more than 200 header fields or one longer than 32768 characters");
        assertThat(sent.get()).isLessThan(MAX_BUFFERED_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
                "HTTP/9.9 200 OK\r\n\r\n{}",
                "HTTP/1.1 9999999999 OK\r\n\r\n{}",
                "\u0000\u0001\u0002\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n"
            })
    void responseThatIsNotHttpFailsWithAnExceptionOfTheLibrary(String response) throws IOException {
        assertThat(failure((request, socket) -> {
                    RawServer.write(socket, response);
                    socket.close();
                }))
                .isInstanceOfAny(TransportException.class, UnexpectedResponseException.class);
    }

    @Test
    void errorResponseWithAnIncompleteBodyKeepsItsStatus() throws IOException {
        try (RawServer server = new RawServer((request, socket) -> {
                    RawServer.write(
                            socket, "HTTP/1.1 500 No\r\n" + JSON + "Content-Length: 100\r\n\r\n{\"errors\":[{\"code\"");
                    socket.close();
                });
                Transport transport = open(server)) {
            ServerException exception = catchThrowableOfType(ServerException.class, () -> call(transport));
            assertThat(exception.status()).isEqualTo(500);
            assertThat(server.requests()).hasSize(3);
            Transports.assertNothingLeased(transport);
        }
    }

    @Test
    void tokenIsSentOnlyToTheTenant() throws IOException {
        int attempts = 0;
        try (RawServer elsewhere =
                new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"))) {
            for (int status : new int[] {300, 301, 302, 303, 304, 305, 307, 308}) {
                for (String location : new String[] {
                    elsewhere.url() + "/x",
                    elsewhere.url().replace("127.0.0.1", "localhost") + "/x",
                    "//127.0.0.1:" + elsewhere.port() + "/x"
                }) {
                    assertThat(failure((request, socket) -> RawServer.write(
                                    socket,
                                    "HTTP/1.1 " + status + " Go\r\nLocation: " + location + "\r\nContent-Location: "
                                            + location
                                            + "\r\nRefresh: 0; url=" + location + "\r\nLink: <" + location
                                            + ">; rel=next\r\nAlt-Svc: h2=\":" + elsewhere.port()
                                            + "\"\r\nContent-Length: 0\r\n\r\n")))
                            .isInstanceOf(UnexpectedResponseException.class);
                    attempts++;
                }
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
        TestMetrics.record(
                "redirects-to-other-hosts", "redirects and alternate hosts tried: " + attempts + ", tokens leaked: 0");
    }

    private static Throwable failure(RawServer.Handler handler) throws IOException {
        try (RawServer server = new RawServer(handler);
                Transport transport = open(server)) {
            Throwable thrown = catchThrowableOfType(RuntimeException.class, () -> call(transport));
            Transports.assertNothingLeased(transport);
            return thrown;
        }
    }

    private static Transport open(RawServer server) {
        TransportSettings settings = new TransportSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                4,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                1000,
                Transports.SETTINGS.rates());
        return Transports.open(server.url(), settings, new ManualTiming()).withBearerTokens(deadline -> TOKEN);
    }

    private static void call(Transport transport) {
        Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
        transport.send(call, new WireRequest("GET", "/x", Map.of(), null), InputStream::readAllBytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//evil.example/x",
                "@evil.example/x",
                "/a b",
                "/a\r\nX: 1",
                "/a\u0000",
                "/a/../b",
                "/a/./b",
                "/..",
                "/a/%2e%2E/b",
                "/a/.%2e?x",
                "/a\\b",
                "/a%zz",
                "/a#b",
                "/é"
            })
    void ambiguousPathIsRejected(String target) {
        assertThatThrownBy(() -> new WireRequest("GET", target, Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "/a/b%2F..%2Fc",
                "/a/...",
                "/a/.b?x=y/../z&q=%0D%0A",
                "/api/v1/spaces?filter=a%20eq%20%22b%22"
            })
    void encodedPathIsAccepted(String target) {
        assertThat(new WireRequest("GET", target, Map.of(), null).target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: 1", "a\nb", "a\u0000", "a\u007f", "é"})
    void headerFieldWithControlCharactersIsRejected(String value) {
        assertThatThrownBy(() -> new WireRequest("PATCH", "/x", Map.of("qlik-auth-code", value), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
    }

    @Test
    void connectionOfAnUnreadResponseIsClosed() throws Exception {
        Queue<Socket> used = new ConcurrentLinkedQueue<>();
        try (RawServer server = new RawServer((request, socket) -> {
                    used.add(socket);
                    RawServer.send(socket, "400 No", "text/plain", "y".repeat(100_000));
                });
                Transport transport = open(server)) {
            assertThatThrownBy(() -> call(transport)).isInstanceOf(QlikApiException.class);
            assertThatThrownBy(() -> call(transport)).isInstanceOf(QlikApiException.class);
            Transports.assertNothingLeased(transport);
            assertThat(used).hasSize(2).doesNotHaveDuplicates();
            // The server closes a socket only after the client has closed it.
            await().untilAsserted(() -> assertThat(used).allMatch(Socket::isClosed));
        }
    }
}
