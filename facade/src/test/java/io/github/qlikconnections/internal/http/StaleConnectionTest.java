package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No write is sent on a stale pooled connection, even directly after its last response. {@code -Pslow} sends more of them. */
class StaleConnectionTest {

    private static final boolean SLOW = Boolean.getBoolean("slow.tests");
    private static final int POSTS = SLOW ? 1000 : 60;
    private static final int WRITES = SLOW ? 100 : 20;

    @Test
    void noPostFailsAfterADelayOfUpToFiveMilliseconds() throws Exception {
        try (ClosingServer tenant = new ClosingServer();
                Transport transport = transport(tenant.url(), null)) {
            for (int i = 0; i < POSTS; i++) {
                send(transport, "POST");
                tenant.awaitClosed();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(i % 6));
            }
            assertThat(tenant.requests()).isEqualTo(POSTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "DELETE"})
    void noWriteIsSentOnAStaleConnection(String method) throws Exception {
        try (ClosingServer tenant = new ClosingServer();
                Transport transport = transport(tenant.url(), null)) {
            for (int i = 0; i < WRITES; i++) {
                send(transport, method);
                tenant.awaitClosed();
            }
            assertThat(tenant.requests()).isEqualTo(WRITES);
        }
    }

    @Test
    void getOnAStaleConnectionSucceeds() throws Exception {
        try (ClosingServer tenant = new ClosingServer();
                Transport transport = Transports.open(tenant.url(), Transports.SETTINGS, new ManualTiming())) {
            for (int i = 0; i < 20; i++) {
                send(transport, "GET");
                tenant.awaitClosed();
            }
            assertThat(tenant.requests()).isEqualTo(20);
        }
    }

    @Test
    void noPostIsSentOnAStaleTlsConnection() throws Exception {
        Path certificate = TestCertificates.selfSigned("dns:localhost,ip:127.0.0.1");
        try (ClosingServer tenant = new ClosingServer(TestCertificates.server(certificate)
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
                Transport transport = transport("https://localhost:" + tenant.port(), certificate)) {
            for (int i = 0; i < 10; i++) {
                send(transport, "POST");
                tenant.awaitClosed();
            }
            assertThat(tenant.requests()).isEqualTo(10);
        }
    }

    @Test
    void openConnectionIsReused() throws Exception {
        try (RawResponses tenant = new RawResponses(RawResponses.OK)) {
            for (int i = 0; i < 20; i++) {
                tenant.send(Operation.CREATE_CONNECTION, "POST");
            }
            assertThat(tenant.connections()).isEqualTo(1);
        }
    }

    /** Uses a single attempt, so that no retry hides a request on a stale connection. */
    private static Transport transport(String url, Path certificate) {
        TransportSettings once = Transports.withOperationTimeout(java.time.Duration.ofMinutes(1));
        NetworkSettings network = new NetworkSettings(
                ProxySettings.DIRECT,
                certificate == null ? null : TrustStore.read(certificate, Secret.of(TestCertificates.PASSWORD)),
                "qlik-connections-java/test");
        return Transports.open(url, once, Timing.SYSTEM, network)
                .withBearerTokens(deadline -> Secret.of("the-bearer-token"));
    }

    private static void send(Transport transport, String method) {
        Operation operation = method.equals("GET") ? Operation.GET_CONNECTION : Operation.CREATE_CONNECTION;
        Call call = new Call(operation, "connection c1", transport.deadline());
        byte[] body = method.equals("GET") ? null : new byte[] {'{', '}'};
        transport.send(call, new WireRequest(method, "/x", Map.of(), body), InputStream::readAllBytes);
    }
}
