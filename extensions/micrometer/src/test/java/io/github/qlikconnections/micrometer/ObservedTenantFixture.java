package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A FakeTenant, and builders of clients that wait for no longer than a test allows. */
abstract class ObservedTenantFixture {

    final FakeTenant tenant =
            FakeTenant.builder().oauthClient("client-7", "s3cret-of-client").start();

    @AfterEach
    void closeTenant() {
        tenant.close();
    }

    QlikClientBuilder client() {
        return client(QlikCredentials.apiKey(Secret.of(tenant.apiKey())));
    }

    QlikClientBuilder oauthClient(String secret) {
        return client(QlikCredentials.oauth("client-7", Secret.of(secret)));
    }

    private QlikClientBuilder client(QlikCredentials credentials) {
        return QlikClient.builder()
                .tenant(tenant.url())
                .credentials(credentials)
                .backoffBaseDelay(Duration.ofMillis(1))
                .rateLimits(RateLimits.perMinute(60_000, 60_000));
    }

    static ConnectionDraft mssql(String name) {
        return ConnectionDraft.builder("mssql", name)
                .set("host", "db.example.com")
                .set("port", 1433)
                .set("database", "sales")
                .set("username", "reader")
                .secret("password", Secret.of("PW-1"))
                .build();
    }
}
