package io.github.qlikconnections.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.testkit.StubResponse;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class QlikMeterListenerTest extends ObservedTenantFixture {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final QlikMeterListener meters = QlikMeterListener.of(registry);

    @Test
    void metersWithoutAnEventAreZero() {
        assertThat(registry.get("qlik.client.throttled").timer().count()).isZero();
        assertThat(count("qlik.client.retries")).isZero();
        assertThat(count("qlik.client.rate.fallbacks")).isZero();
        assertThat(waiting(1)).isZero();
        assertThat(waiting(2)).isZero();
    }

    @Test
    void retriesAreCounted() {
        tenant.stubNext(StubResponse.status(503));
        tenant.stubNext(StubResponse.status(503));
        try (QlikClient qlik = TrackedClients.build(client().addListener(meters))) {
            qlik.dataSources().list();
        }

        assertThat(count("qlik.client.retries")).isEqualTo(2);
    }

    @Test
    void waitForAClosedTierIsATimeOfThrottledAndRaisesTheGaugeOfItsTier() {
        List<Double> whileWaiting = new ArrayList<>();
        RequestListener gauges = new RequestListener() {
            @Override
            public void waitStarted(RequestEvent event) {
                whileWaiting.addAll(List.of(waiting(1), waiting(2)));
            }
        };
        tenant.stubNext(StubResponse.status(429).header("Retry-After", "1"));
        try (QlikClient qlik = TrackedClients.build(client().addListener(meters).addListener(gauges))) {
            qlik.dataSources().list();
        }

        Timer throttled = registry.get("qlik.client.throttled").timer();
        assertThat(throttled.count()).isEqualTo(1);
        assertThat(throttled.totalTime(TimeUnit.MILLISECONDS)).isGreaterThan(500);
        assertThat(whileWaiting).containsExactly(1.0, 0.0);
        assertThat(waiting(1)).isZero();
    }

    @Test
    void waitOfABulkRunForItsOwnRateIsNotThrottled() {
        List<Double> whileWaiting = new ArrayList<>();
        RequestListener gauges = new RequestListener() {
            @Override
            public void waitStarted(RequestEvent event) {
                whileWaiting.add(waiting(event.tier()));
            }
        };
        try (QlikClient qlik =
                TrackedClients.build(client().rateLimiter(new ScriptedLimiter(() -> Duration.ofMillis(1)))
                        .addListener(meters)
                        .addListener(gauges))) {
            String id = tenant.addConnection("mssql", "Orders", null, Map.of());
            qlik.dataConnections().deleteAll(List.of(id));
        }

        assertThat(whileWaiting).isNotEmpty().allMatch(requests -> requests >= 1);
        assertThat(registry.get("qlik.client.throttled").timer().count()).isZero();
        assertThat(waiting(2)).isZero();
    }

    @Test
    void tokenRenewalsAreTimedByOutcome() {
        try (QlikClient qlik =
                TrackedClients.build(oauthClient("s3cret-of-client").addListener(meters))) {
            qlik.dataSources().list();
        }
        try (QlikClient qlik = TrackedClients.build(oauthClient("wrong").addListener(meters))) {
            assertThatThrownBy(() -> qlik.dataSources().list()).isInstanceOf(AuthenticationException.class);
        }

        Timer success = registry.get("qlik.client.token.renewals")
                .tag("outcome", "SUCCESS")
                .timer();
        assertThat(success.count()).isEqualTo(1);
        assertThat(success.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(registry.get("qlik.client.token.renewals")
                        .tag("outcome", "FAILURE")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void lookupsOfSpecificationsAreCountedByResult() {
        try (QlikClient qlik = TrackedClients.build(client().addListener(meters))) {
            qlik.dataSources().spec("mssql");
            qlik.dataSources().spec("mssql");
            qlik.dataSources().spec("mssql");
        }

        assertThat(count("qlik.client.spec.cache", "result", "miss")).isEqualTo(1);
        assertThat(count("qlik.client.spec.cache", "result", "hit")).isEqualTo(2);
    }

    @Test
    void itemsOfABulkRunAreCountedByRunAndOutcome() {
        try (QlikClient qlik = TrackedClients.build(client().addListener(meters))) {
            qlik.dataConnections().ensureAll(List.of(mssql("One"), mssql("Two")));
            tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.status(403));
            assertThatThrownBy(() -> qlik.dataConnections().ensureAll(List.of(mssql("One"), mssql("Three"))))
                    .isInstanceOf(EnsureFailureException.class);
        }

        assertThat(count("qlik.client.bulk.items", "run", "ensureAll", "outcome", "CREATED"))
                .isEqualTo(2);
        assertThat(count("qlik.client.bulk.items", "run", "ensureAll", "outcome", "UNCHANGED"))
                .isEqualTo(1);
        assertThat(count("qlik.client.bulk.items", "run", "ensureAll", "outcome", "FAILED"))
                .isEqualTo(1);
    }

    @Test
    void failureOfTheRateLimiterIsAFallback() {
        RateLimiter broken = new ScriptedLimiter(() -> {
            throw new IllegalStateException("store is down");
        });
        try (QlikClient qlik = TrackedClients.build(client().rateLimiter(broken).addListener(meters))) {
            qlik.dataSources().list();
        }

        assertThat(count("qlik.client.rate.fallbacks")).isEqualTo(1);
    }

    @Test
    void listenersOfOneRegistryAreSeparatedByTags() {
        QlikMeterListener eu = QlikMeterListener.of(registry, Tags.of("client", "eu"));
        tenant.stubNext(StubResponse.status(503));
        try (QlikClient qlik = TrackedClients.build(client().addListener(eu))) {
            qlik.dataSources().list();
        }

        assertThat(count("qlik.client.retries", "client", "eu")).isEqualTo(1);
        assertThat(registry.get("qlik.client.rate.waiting")
                        .tags("client", "eu", "tier", "1")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void nullArgumentsAreRejected() {
        assertThatThrownBy(() -> QlikMeterListener.of(null)).hasMessage("registry");
        assertThatThrownBy(() -> QlikMeterListener.of(registry, null)).hasMessage("tags");
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private double waiting(int tier) {
        return registry.get("qlik.client.rate.waiting")
                .tag("tier", String.valueOf(tier))
                .gauge()
                .value();
    }

    /** A rate limiter whose delays come from a supplier. */
    private record ScriptedLimiter(Supplier<Duration> delay) implements RateLimiter {

        @Override
        public Duration reserve(RateLimitRequest request) {
            return delay.get();
        }

        @Override
        public void rejected(RateLimitRequest request, Duration retryAfter) {}
    }
}
