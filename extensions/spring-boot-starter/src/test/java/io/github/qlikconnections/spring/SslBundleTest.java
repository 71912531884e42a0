package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.TransportException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Connects to a server with a self-signed certificate, which responds to each request with 401. */
class SslBundleTest extends StarterFixture {

    private static final String PASSWORD = "change-it";

    @TempDir
    private static Path folder;

    private static Path certificate;
    private static HttpsServer server;

    @BeforeAll
    static void startServer() throws Exception {
        certificate = createCertificate();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    @Test
    void certificateOfTheBundleIsTrusted() {
        secureApplication()
                .withPropertyValues("qlik.connections.ssl.bundle=internal")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(QlikClient.class).users().me())
                        .isInstanceOf(AuthenticationException.class));
    }

    @Test
    void certificateIsNotTrustedWithoutTheBundle() {
        secureApplication()
                .withPropertyValues("qlik.connections.retries.max-attempts=1")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(QlikClient.class).users().me())
                        .isInstanceOf(TransportException.class)
                        .hasCauseInstanceOf(SSLHandshakeException.class));
    }

    @Test
    void bundleThatCannotBeReadIsNamed() {
        secureApplication()
                .withPropertyValues(
                        "qlik.connections.ssl.bundle=internal",
                        "spring.ssl.bundle.jks.internal.truststore.password=wrong")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                "The setting qlik.connections.ssl.bundle cannot be used: the SSL bundle"
                                        + " \"internal\" cannot be read."));
    }

    private ApplicationContextRunner secureApplication() {
        return application.withPropertyValues(
                "qlik.connections.tenant=https://localhost:"
                        + server.getAddress().getPort(),
                "qlik.connections.api-key=k",
                "spring.ssl.bundle.jks.internal.truststore.type=PKCS12",
                "spring.ssl.bundle.jks.internal.truststore.location=" + certificate.toUri(),
                "spring.ssl.bundle.jks.internal.truststore.password=" + PASSWORD);
    }

    /** Creates a PKCS #12 file with the key of the server and its certificate. It is also a trust store. */
    private static Path createCertificate() throws Exception {
        Path file = folder.resolve("server.p12");
        Path log = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(keytool.waitFor()).as(Files.readString(log)).isZero();
        return file;
    }

    private static SSLContext context() throws Exception {
        KeyStore store = KeyStore.getInstance(certificate.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
