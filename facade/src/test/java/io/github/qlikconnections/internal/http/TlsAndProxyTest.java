package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.invariants.TrackedClients;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsAndProxyTest {

    private static final Secret PASSWORD = Secret.of(TestCertificates.PASSWORD);
    private static final String PROXY_LOGIN = "Basic dXNlcjpwcm94eS1wYXNz";

    private static Path certificate;
    private static Path certificateOfAnotherHost;
    private static SSLContext server;
    private static SSLContext trust;

    private RawServer tenant;
    private RawServer proxy;
    private boolean proxyRequiresLogin;

    @BeforeAll
    static void createCertificates() throws Exception {
        certificate = TestCertificates.selfSigned("dns:localhost,ip:127.0.0.1");
        certificateOfAnotherHost = TestCertificates.selfSigned("dns:other.example");
        server = TestCertificates.server(certificate);
        trust = TrustStore.read(certificate, PASSWORD);
    }

    @BeforeEach
    void start() throws Exception {
        tenant = tls(server);
        proxy = new RawServer(this::tunnel);
    }

    @AfterEach
    void stop() throws IOException {
        tenant.close();
        proxy.close();
    }

    private static RawServer tls(SSLContext context) throws Exception {
        return new RawServer(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                (request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"));
    }

    @Test
    void nothingIsSentToAServerWithAnUntrustedCertificate() {
        TransportException exception =
                catchThrowableOfType(TransportException.class, () -> call(tenant.port(), ProxySettings.DIRECT, null));
        assertThat(exception)
                .hasMessageContaining("no trusted TLS connection")
                .hasMessageContaining("trust store of this JVM");
        assertThat(exception.outcomeUnknown()).isFalse();
        assertThat(tenant.requests()).isEmpty();
    }

    @Test
    void certificatesOfTheConfiguredTrustStoreAreTrusted() {
        call(tenant.port(), ProxySettings.DIRECT, TrustStore.read(certificate, PASSWORD));
        assertThat(tenant.requests()).hasSize(1);
    }

    @Test
    void tlsContextOfTheBuilderReplacesItsTrustStore() throws Exception {
        try (QlikClient qlik = TrackedClients.build(QlikClient.builder()
                .tenant("https://localhost:" + tenant.port())
                .credentials(QlikCredentials.apiKey(Secret.of("key")))
                .noProxy()
                .maxAttempts(1)
                .trustStore(certificateOfAnotherHost, PASSWORD)
                .sslContext(trust))) {
            assertThatThrownBy(() -> qlik.dataSources().list())
                    .as("the response arrived")
                    .isInstanceOf(UnexpectedResponseException.class);
        }
        assertThat(tenant.requests()).hasSize(1);
    }

    @Test
    void hostNameIsVerifiedEvenWithATrustedCertificate() throws Exception {
        try (RawServer otherHost = tls(TestCertificates.server(certificateOfAnotherHost))) {
            SSLContext trustsOtherHost = TrustStore.read(certificateOfAnotherHost, PASSWORD);
            assertThatThrownBy(() -> call(otherHost.port(), ProxySettings.DIRECT, trustsOtherHost))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("no trusted TLS connection");
            assertThat(otherHost.requests()).isEmpty();
        }
    }

    @Test
    void unreadableTrustStoreIsExplained(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.p12"), "not a store");
        assertThatThrownBy(() -> TrustStore.read(text, PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be PKCS #12 or JKS");
        assertThatThrownBy(() -> TrustStore.read(certificate, Secret.of("marker-password")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("marker-password");
        assertThatThrownBy(() -> TrustStore.read(folder.resolve("none.p12"), PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void proxyTunnelsTheRequestAndDoesNotReceiveTheToken() {
        call(tenant.port(), ProxySettings.of("127.0.0.1", proxy.port(), null, null), trust);
        assertThat(tenant.requests()).hasSize(1);
        assertThat(proxy.requests()).hasSize(1);
        assertThat(proxy.requests().get(0).line()).isEqualTo("CONNECT localhost:" + tenant.port() + " HTTP/1.1");
        assertThat(proxy.requests()).noneMatch(request -> request.head().contains("the-bearer-token"));
    }

    @Test
    void proxyCredentialsAreSentToTheProxyOnly() {
        proxyRequiresLogin = true;
        call(tenant.port(), ProxySettings.of("127.0.0.1", proxy.port(), "user", Secret.of("proxy-pass")), trust);
        assertThat(proxy.requests()).last().matches(request -> request.head().contains(PROXY_LOGIN));
        assertThat(tenant.requests())
                .hasSize(1)
                .noneMatch(request -> request.head().contains("Proxy-"));
    }

    @Test
    void missingProxyCredentialsAreReportedAndNothingIsSent() {
        proxyRequiresLogin = true;
        TransportException exception = catchThrowableOfType(
                TransportException.class,
                () -> call(tenant.port(), ProxySettings.of("127.0.0.1", proxy.port(), null, null), trust));
        assertThat(exception)
                .hasMessage("Cannot get connection c1: the proxy http://127.0.0.1:" + proxy.port()
                        + ", set by proxy(host, port) on the builder, responded with 407 Proxy Authentication Required."
                        + " Check the user and the password of this setting, or set them with proxy(host, port, user,"
                        + " password) on the builder.");
        assertThat(exception.outcomeUnknown()).isFalse();
        assertThat(tenant.requests()).isEmpty();
        assertThat(proxy.requests()).as("it is not retried").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, 1", "502, 3", "503, 3"})
    void proxyThatRejectsATunnelIsNamedAndRetriedForServerErrors(int status, int attempts) throws IOException {
        try (RawServer rejecting = new RawServer((request, socket) ->
                RawServer.write(socket, "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n"))) {
            ProxySettings proxySettings = ProxySettings.of("127.0.0.1", rejecting.port(), null, null);
            TransportException exception = catchThrowableOfType(TransportException.class, () -> post(proxySettings));
            assertThat(exception)
                    .hasMessageContaining("the proxy http://127.0.0.1:" + rejecting.port())
                    .hasMessageContaining("responded with " + status)
                    .hasMessageEndingWith("Check that this proxy allows connections to the tenant.");
            assertThat(exception.outcomeUnknown()).isFalse();
            assertThat(rejecting.requests()).hasSize(attempts);
        }
    }

    @Test
    void malformedResponseOfAProxyIsNotAttributedToTheTenant() throws IOException {
        try (RawServer broken = new RawServer((request, socket) -> RawServer.write(
                socket, "HTTP/1.1 500 No\r\n" + "X-Field: value\r\n".repeat(300) + "Content-Length: 0\r\n\r\n"))) {
            ProxySettings proxySettings = ProxySettings.of("127.0.0.1", broken.port(), null, null);
            TransportException exception = catchThrowableOfType(TransportException.class, () -> post(proxySettings));
            assertThat(exception)
                    .hasMessageContaining("the connection through the proxy http://127.0.0.1:" + broken.port());
            assertThat(exception.outcomeUnknown()).isFalse();
        }
    }

    @Test
    void unreachableProxyIsNamed() {
        TransportException exception = catchThrowableOfType(
                TransportException.class, () -> post(ProxySettings.of("127.0.0.1", 1, null, null)));
        assertThat(exception)
                .hasMessage("Cannot create connection c1: the proxy http://127.0.0.1:1, set by proxy(host, port) on the"
                        + " builder, could not be reached. Check this setting and that the proxy is running.");
        withSystemProxy("127.0.0.1", 1, () -> {
            TransportException bySystem =
                    catchThrowableOfType(TransportException.class, () -> post(ProxySettings.system(Map.of())));
            assertThat(bySystem)
                    .hasMessageContaining(
                            "the proxy http://127.0.0.1:1, set by the system properties https.proxyHost and"
                                    + " https.proxyPort, could not be reached.");
        });
        assertThat(catchThrowableOfType(
                        TransportException.class,
                        () -> post(ProxySettings.of("no-such-proxy.invalid", 8080, null, null))))
                .hasMessageContaining("the host name of the proxy http://no-such-proxy.invalid:8080");
    }

    /** Sends a POST request with up to three attempts. */
    private void post(ProxySettings proxySettings) {
        try (Transport transport = Transports.open(
                "https://localhost:" + tenant.port(),
                Transports.SETTINGS,
                new ManualTiming(),
                new NetworkSettings(proxySettings, null, "test"))) {
            Call call = new Call(Operation.CREATE_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
            transport.send(
                    call, new WireRequest("POST", "/x", Map.of(), new byte[] {'{', '}'}), InputStream::readAllBytes);
        }
    }

    @Test
    void proxyOfTheSystemPropertiesIsUsedUnlessDirectIsConfigured() {
        withSystemProxy("127.0.0.1", proxy.port(), () -> {
            call(tenant.port(), ProxySettings.system(Map.of()), trust);
            assertThat(proxy.requests()).hasSize(1);
            call(tenant.port(), ProxySettings.DIRECT, trust);
            assertThat(proxy.requests()).hasSize(1);
        });
        assertThat(tenant.requests()).hasSize(2);
    }

    @Test
    void proxyOfTheEnvironmentIsUsedWithItsCredentials() {
        proxyRequiresLogin = true;
        ProxySettings environment =
                ProxySettings.system(Map.of("https_proxy", "http://user:proxy%2Dpass@127.0.0.1:" + proxy.port()));

        call(tenant.port(), environment, trust);

        assertThat(proxy.requests()).last().matches(request -> request.head().contains(PROXY_LOGIN));
        assertThat(tenant.requests()).hasSize(1);
    }

    @Test
    void systemPropertiesPrecedeTheEnvironment() {
        ProxySettings unreachable = ProxySettings.system(Map.of("HTTPS_PROXY", "http://127.0.0.1:1"));

        withSystemProxy("127.0.0.1", proxy.port(), () -> call(tenant.port(), unreachable, trust));
        assertThat(proxy.requests()).hasSize(1);

        withSystemProperties(
                Map.of("http.nonProxyHosts", "*.example|LOCAL*"), () -> call(tenant.port(), unreachable, trust));
        assertThat(tenant.requests()).hasSize(2);

        assertThatThrownBy(() -> call(tenant.port(), unreachable, trust))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining(
                        "the proxy http://127.0.0.1:1, set by the environment variable HTTPS_PROXY, could not");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost | true",
                "* | true",
                "a.example, LOCALHOST | true",
                ".localhost | true",
                "localhost:PORT | true",
                "localhost:1 | false",
                "host | false",
                "a.localhost | false"
            })
    void hostsOfNoProxyAreReachedDirectly(String hosts, boolean direct) {
        Map<String, String> variables = Map.of(
                "HTTPS_PROXY", "127.0.0.1:" + proxy.port(), "NO_PROXY", hosts.replace("PORT", "" + tenant.port()));

        call(tenant.port(), ProxySettings.system(variables), trust);

        assertThat(proxy.requests()).hasSize(direct ? 0 : 1);
        assertThat(tenant.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://user:hidden@", "user:hidden@a b:1"})
    void unusableProxyOfTheEnvironmentIsReportedWithoutItsValue(String address) {
        ProxySettings environment = ProxySettings.system(Map.of("HTTPS_PROXY", address));

        assertThatThrownBy(() -> transport("https://localhost:1", environment, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The environment variable HTTPS_PROXY must be an address such as http://proxy.example.com:8080."
                                + " Correct it, or call proxy(host, port) or noProxy() on the builder.");
    }

    @Test
    void plainHttpLoopbackTenantIsReachedWithoutAProxy() throws IOException {
        try (RawServer plain =
                        new RawServer((request, socket) -> RawServer.send(socket, "200 OK", "application/json", "{}"));
                Transport transport = transport(
                        "http://localhost:" + plain.port(),
                        ProxySettings.of("127.0.0.1", proxy.port(), null, null),
                        null)) {
            call(transport);
            assertThat(plain.requests()).hasSize(1);
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://proxy,8080", "proxy/x,8080", "'',8080", "'a b',8080", "user@proxy,80", "proxy,0", "proxy,65536"
    })
    void invalidProxyIsRejected(String host, int port) {
        assertThatThrownBy(() -> ProxySettings.of(host, port, null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void withSystemProxy(String host, int port, Runnable action) {
        withSystemProperties(
                Map.of("https.proxyHost", host, "https.proxyPort", String.valueOf(port), "http.nonProxyHosts", ""),
                action);
    }

    private static void withSystemProperties(Map<String, String> properties, Runnable action) {
        properties.forEach(System::setProperty);
        try {
            action.run();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private static void call(int port, ProxySettings proxySettings, SSLContext trust) {
        try (Transport transport = transport("https://localhost:" + port, proxySettings, trust)) {
            call(transport);
        }
    }

    private static Transport transport(String tenant, ProxySettings proxySettings, SSLContext trust) {
        TransportSettings patient = Transports.withOperationTimeout(java.time.Duration.ofSeconds(30));
        return Transports.open(tenant, patient, new ManualTiming(), new NetworkSettings(proxySettings, trust, "test"))
                .withBearerTokens(deadline -> Secret.of("the-bearer-token"));
    }

    private static void call(Transport transport) {
        Call call = new Call(Operation.GET_CONNECTION, "connection c1", transport.deadline(), Redactor.NONE);
        transport.send(call, new WireRequest("GET", "/x", Map.of(), null), InputStream::readAllBytes);
    }

    /** Handles a request as a proxy that supports only CONNECT. */
    private void tunnel(RawServer.Request request, Socket client) throws IOException {
        if (proxyRequiresLogin && !request.head().contains(PROXY_LOGIN)) {
            RawServer.write(
                    client, "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        int port = Integer.parseInt(request.target().substring(request.target().indexOf(':') + 1));
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawServer.write(client, "HTTP/1.1 200 Connected\r\n\r\n");
            Thread back = new Thread(() -> pump(server, client));
            back.setDaemon(true);
            back.start();
            pump(client, server);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The tunnel ends with either connection.
        }
    }
}
