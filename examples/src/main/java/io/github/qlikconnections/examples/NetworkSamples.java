package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import java.nio.file.Path;
import java.time.Duration;

/** How a client reaches its tenant, as {@code docs/guides/proxies-and-tls.md} shows it. */
final class NetworkSamples {

    private NetworkSamples() {}

    static QlikClientBuilder behindProxy(QlikCredentials credentials, Secret proxyPassword) {
        return QlikClient.builder()
                .tenant("https://acme.eu.qlikcloud.com")
                .credentials(credentials)
                .proxy("proxy.example.com", 8080, "user", proxyPassword);
    }

    static QlikClientBuilder trusting(QlikClientBuilder builder, Path trustStore, Secret password) {
        return builder.trustStore(trustStore, password);
    }

    static QlikClientBuilder impatient(QlikClientBuilder builder) {
        return builder.responseTimeout(Duration.ofSeconds(10))
                .operationTimeout(Duration.ofSeconds(45))
                .maxAttempts(2);
    }
}
