package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.EventBalance;
import io.github.qlikconnections.invariants.TrackedClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Transports for tests, and settings under which a test need not wait. */
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
            1000,
            100);

    private Transports() {}

    /** The same settings, but for how long the tenant may stay silent. */
    public static TransportSettings withResponseTimeout(Duration time) {
        return new TransportSettings(
                SETTINGS.connectTimeout(),
                time,
                time,
                SETTINGS.poolTimeout(),
                SETTINGS.operationTimeout(),
                SETTINGS.maxConnections(),
                SETTINGS.maxAttempts(),
                SETTINGS.backoffBase(),
                SETTINGS.backoffCap(),
                SETTINGS.retryAfterCap(),
                SETTINGS.maxAnswerBytes(),
                SETTINGS.readsPerMinute(),
                SETTINGS.writesPerMinute());
    }

    /** The settings of the others with one attempt only, patient, but for the operation as a whole. */
    public static TransportSettings withOperationTimeout(Duration time) {
        return new TransportSettings(
                SETTINGS.connectTimeout(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                time,
                4,
                1,
                SETTINGS.backoffBase(),
                SETTINGS.backoffCap(),
                SETTINGS.retryAfterCap(),
                1000,
                SETTINGS.readsPerMinute(),
                SETTINGS.writesPerMinute());
    }

    /** The same settings, for a tenant that takes so many requests of each tier in a minute. */
    public static TransportSettings withRate(int perMinute) {
        return new TransportSettings(
                SETTINGS.connectTimeout(),
                SETTINGS.responseTimeout(),
                SETTINGS.createTimeout(),
                SETTINGS.poolTimeout(),
                SETTINGS.operationTimeout(),
                SETTINGS.maxConnections(),
                SETTINGS.maxAttempts(),
                SETTINGS.backoffBase(),
                SETTINGS.backoffCap(),
                SETTINGS.retryAfterCap(),
                SETTINGS.maxAnswerBytes(),
                perMinute,
                perMinute);
    }

    /** Fails when a connection is not given back; the thread that ends a request may be a moment behind its caller. */
    public static void assertNothingLeased(Transport transport) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(transport.leased()).isZero());
    }

    public static Transport open(
            String tenant, TransportSettings settings, Timing timing, RequestListener... listeners) {
        NetworkSettings network = new NetworkSettings(ProxySettings.SYSTEM, null, "qlik-connections-java/test");
        return open(tenant, settings, timing, network, listeners);
    }

    public static Transport open(
            String tenant, TransportSettings settings, Timing timing, NetworkSettings network, RequestListener... listeners) {
        EventBalance balance = new EventBalance();
        List<RequestListener> all = new ArrayList<>(List.of(listeners));
        all.add(balance);
        Transport transport = new Transport(Tenant.parse(tenant), settings, network, timing, all);
        TrackedClients.track(balance, transport::leased);
        return transport;
    }
}
