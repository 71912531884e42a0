package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Builds the clients of the guides and sends a request with those that reach the tenant. */
class ClientSamplesTest {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    private final QlikCredentials credentials = QlikCredentials.apiKey(Secret.of(tenant.apiKey()));

    @Test
    void clientsWithOtherLimitsReachTheTenant() {
        assertReachesTenant(TrackedClients.build(NetworkSamples.impatient(builder())));
        assertReachesTenant(TrackedClients.build(builder(), new RateLimitSamples()::build));
        assertReachesTenant(SettingsSamples.bind(settings(), credentials));
    }

    @Test
    void clientsBehindAProxyAndWithATrustStoreAreBuilt() {
        Path trustStore = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");

        assertThatCode(
                        TrackedClients.build(NetworkSamples.behindProxy(credentials, Secret.of("proxy-password")))
                                ::close)
                .doesNotThrowAnyException();
        assertReachesTenant(
                TrackedClients.build(NetworkSamples.trusting(builder(), trustStore, Secret.of("changeit"))));
    }

    private void assertReachesTenant(QlikClient client) {
        try (client) {
            assertThat(client.users().me().id()).isEqualTo(tenant.userId());
        }
    }

    private QlikClientBuilder builder() {
        return QlikClient.builder().tenant(tenant.url()).credentials(credentials);
    }

    private SettingsSamples.ServiceSettings settings() {
        return new SettingsSamples.ServiceSettings() {
            @Override
            public String tenant() {
                return tenant.url();
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(5);
            }
        };
    }
}
