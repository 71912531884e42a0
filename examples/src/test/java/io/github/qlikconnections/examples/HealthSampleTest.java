package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthSampleTest {

    private final FakeTenant tenant = FakeTenant.start();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void acceptedKeyIsUpAndTheCheckOnlyReads() {
        assertThat(check(tenant.apiKey())).startsWith("UP as ");
        assertThat(tenant.requests())
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void missingRightIsUp() {
        respondWith(StubResponse.error(403, "USERS-1", "Forbidden", "No right to read users"));

        assertThat(check(tenant.apiKey())).isEqualTo("UP, the key is accepted but its user may not read users");
    }

    @Test
    void rejectedKeyIsDownAtTheFirstAttempt() {
        assertThat(check("another-key")).startsWith("DOWN: ").contains("401");
        assertThat(tenant.requests()).hasSize(1);
    }

    @Test
    void failingTenantIsDownAtTheFirstAttempt() {
        respondWith(StubResponse.status(503));

        assertThat(check(tenant.apiKey())).startsWith("DOWN: ").contains("503");
        assertThat(tenant.requests()).hasSize(1);
    }

    @Test
    void rateLimitIsUnknown() {
        respondWith(StubResponse.status(429).header("Retry-After", "60"));

        assertThat(check(tenant.apiKey())).startsWith("UNKNOWN");
    }

    private void respondWith(StubResponse response) {
        tenant.stubAll(request -> request.path().startsWith("/api/v1/users"), request -> response);
    }

    private String check(String key) {
        try (QlikClient qlik = TrackedClients.build(
                QlikClient.builder().tenant(tenant.url()).credentials(QlikCredentials.apiKey(Secret.of(key))))) {
            return HealthSample.check(qlik);
        }
    }
}
