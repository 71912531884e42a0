package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.EventBalance;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.rate.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates transports for tests, with settings that avoid long waits. */
public final class Transports {

    public static final TransportSettings SETTINGS = new TransportSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            4,
            3,
            Duration.ofMillis(500),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            1000,
            new RateSettings(RateLimits.defaults(), null, null));

    private Transports() {}

    /** Returns the settings with another response timeout. */
    public static TransportSettings withResponseTimeout(Duration time) {
        return new TransportSettings(
                SETTINGS.connectTimeout(),
                time,
                time,
                SETTINGS.connectionRequestTimeout(),
                SETTINGS.operationTimeout(),
                SETTINGS.maxConnections(),
                SETTINGS.maxAttempts(),
                SETTINGS.backoffBaseDelay(),
                SETTINGS.backoffMaxDelay(),
                SETTINGS.maxRetryAfter(),
                SETTINGS.maxResponseBytes(),
                SETTINGS.rates());
    }

    /** Returns settings with one attempt, long timeouts and the given timeout of the whole operation. */
    public static TransportSettings withOperationTimeout(Duration time) {
        return new TransportSettings(
                SETTINGS.connectTimeout(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                time,
                4,
                1,
                SETTINGS.backoffBaseDelay(),
                SETTINGS.backoffMaxDelay(),
                SETTINGS.maxRetryAfter(),
                1000,
                SETTINGS.rates());
    }

    /** Returns the settings with a rate limit for each tier, in requests per minute. */
    public static TransportSettings withRate(int perMinute) {
        return new TransportSettings(
                SETTINGS.connectTimeout(),
                SETTINGS.responseTimeout(),
                SETTINGS.createResponseTimeout(),
                SETTINGS.connectionRequestTimeout(),
                SETTINGS.operationTimeout(),
                SETTINGS.maxConnections(),
                SETTINGS.maxAttempts(),
                SETTINGS.backoffBaseDelay(),
                SETTINGS.backoffMaxDelay(),
                SETTINGS.maxRetryAfter(),
                SETTINGS.maxResponseBytes(),
                new RateSettings(RateLimits.perMinute(perMinute, perMinute), null, null));
    }

    /** Asserts that all connections are back in the pool, which may happen shortly after the call has returned. */
    public static void assertNothingLeased(Transport transport) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(transport.leased()).isZero());
    }

    public static Transport open(
            String tenant, TransportSettings settings, Timing timing, RequestListener... listeners) {
        NetworkSettings network =
                new NetworkSettings(ProxySettings.system(Map.of()), null, "qlik-connections-java/test");
        return open(tenant, settings, timing, network, listeners);
    }

    public static Transport open(
            String tenant,
            TransportSettings settings,
            Timing timing,
            NetworkSettings network,
            RequestListener... listeners) {
        EventBalance balance = new EventBalance();
        List<RequestListener> all = new ArrayList<>(List.of(listeners));
        all.add(balance);
        Transport transport = new Transport(Tenant.parse(tenant), settings, network, timing, all);
        TrackedClients.track(balance, transport::leased);
        return transport;
    }
}
