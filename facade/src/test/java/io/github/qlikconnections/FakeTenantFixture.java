package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A FakeTenant and its client, created for each test. */
abstract class FakeTenantFixture {

    static final String S3 = "File_AmazonS3ConnectorV2";

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    QlikClient qlik;

    @BeforeEach
    void open() {
        qlik = client(tenant.apiKey());
    }

    @AfterEach
    void close() {
        qlik.close();
    }

    QlikClient client(String key) {
        return TrackedClients.build(builder(key));
    }

    /** Returns a builder of clients that wait neither for the rate limit nor, noticeably, between attempts. */
    QlikClientBuilder builder(String key) {
        return QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(key)))
                .rateLimits(RateLimits.perMinute(60_000, 60_000))
                .backoffBaseDelay(Duration.ofMillis(1));
    }

    /** Returns the write requests in their order. */
    List<ReceivedRequest> writes() {
        return tenant.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    static ConnectionDraft.Builder s3(String name) {
        return ConnectionDraft.builder(S3, name)
                .set("region", "eu-west-1")
                .set("bucketName", "acme")
                .secret("accessKey", Secret.of("AK-1"))
                .secret("secretKey", Secret.of("SK-1"));
    }

    static ConnectionDraft.Builder mssql(String name) {
        return ConnectionDraft.builder("mssql", name)
                .set("host", "db.example.com")
                .set("port", 1433)
                .set("database", "sales")
                .set("username", "reader")
                .secret("password", Secret.of("PW-1"));
    }
}
