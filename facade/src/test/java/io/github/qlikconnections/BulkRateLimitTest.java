package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.internal.http.SimulatedTiming;
import io.github.qlikconnections.internal.http.TestMetrics;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.TenantRateLimits;
import io.github.qlikconnections.testkit.TenantRateTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long runs near the rate limit of the tenant. Client and tenant share a simulated clock. */
class BulkRateLimitTest {

    private static final int DRAFTS = Integer.getInteger("bulk.drafts", 200);

    private final SimulatedTiming timing = new SimulatedTiming("qlik-connections-run-");

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void createRunReceivesNo429AndUsesTheWholeRateLimit(int parallelism) {
        try (FakeTenant tenant = tenant(TenantRateLimits.perMinute(1000, 100));
                QlikClient qlik = client(tenant)) {
            Instant begin = timing.now();
            EnsureReport report = qlik.dataConnections()
                    .ensureAll(
                            drafts(DRAFTS),
                            EnsureOptions.builder().parallelism(parallelism).build());
            Duration time = Duration.between(begin, timing.now());
            double share = DRAFTS / (time.toMillis() / 60_000.0) / 100;

            assertThat(report.with(EnsureOutcome.CREATED)).hasSize(DRAFTS);
            assertThat(tenant.connections())
                    .extracting(StoredConnection::name)
                    .doesNotHaveDuplicates()
                    .hasSize(DRAFTS);
            assertThat(tenant.throttled(TenantRateTier.WRITE)).isZero();
            assertThat(tenant.throttled(TenantRateTier.READ)).isZero();
            assertThat(share).isBetween(0.98, 1.0 + 2.0 / DRAFTS);
            TestMetrics.record(
                    "bulk-pace-" + parallelism,
                    "%d drafts, %d at a time: %.2f %% of the allowed rate".formatted(DRAFTS, parallelism, 100 * share));
        }
    }

    @Test
    void unchangedRunReceivesNo429WithTheDocumentedRateLimits() {
        try (FakeTenant tenant = tenant(TenantRateLimits.documented());
                QlikClient qlik = client(tenant)) {
            qlik.dataConnections().ensureAll(drafts(120));
            assertThat(qlik.dataConnections().ensureAll(drafts(240)).with(EnsureOutcome.UNCHANGED))
                    .hasSize(120);
            assertThat(tenant.throttled(TenantRateTier.READ) + tenant.throttled(TenantRateTier.WRITE))
                    .isZero();
        }
    }

    private FakeTenant tenant(TenantRateLimits limits) {
        return FakeTenant.builder().clock(timing.clock()).rateLimits(limits).start();
    }

    private QlikClient client(FakeTenant tenant) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .timing(timing));
    }

    private static List<ConnectionDraft> drafts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> FakeTenantFixture.s3("Lake " + i).build())
                .toList();
    }
}
