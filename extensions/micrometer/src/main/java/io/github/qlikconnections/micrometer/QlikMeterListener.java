package io.github.qlikconnections.micrometer;

import io.github.qlikconnections.event.BulkItemEvent;
import io.github.qlikconnections.event.RateLimiterFailureEvent;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.event.SpecCacheEvent;
import io.github.qlikconnections.event.TokenRenewalEvent;
import io.github.qlikconnections.event.WaitReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records meters beside the observations of requests: rate limits, retries, token renewals, lookups of specifications and
 * items of bulk runs.
 *
 * <p>Several clients can share a listener. Two listeners of one registry need different tags. This class is thread-safe.
 */
public final class QlikMeterListener implements RequestListener {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Timer throttled;
    private final Counter retries;
    private final Counter rateFallbacks;
    private final Meter.MeterProvider<Timer> tokenRenewals;
    private final Meter.MeterProvider<Counter> specCache;
    private final Meter.MeterProvider<Counter> bulkItems;
    private final Map<Integer, AtomicInteger> waiting = new ConcurrentHashMap<>();

    private QlikMeterListener(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.throttled = Timer.builder("qlik.client.throttled")
                .description("Waits of requests after the tenant rejected one of the same rate tier with 429")
                .tags(tags)
                .register(registry);
        this.retries = counter("retries", "Failed attempts that another attempt followed")
                .register(registry);
        this.rateFallbacks = counter(
                        "rate.fallbacks", "Failures of the configured rate limiter that the local one replaced")
                .register(registry);
        this.tokenRenewals = Timer.builder("qlik.client.token.renewals")
                .description("Requests for an access token, including retries and waits")
                .tags(tags)
                .withRegistry(registry);
        this.specCache =
                counter("spec.cache", "Lookups in the cache of specifications").withRegistry(registry);
        this.bulkItems = counter("bulk.items", "Finished items of bulk runs").withRegistry(registry);
        waiting(1);
        waiting(2);
    }

    /**
     * Creates a listener.
     *
     * @param registry the registry of the application
     * @return the listener
     */
    public static QlikMeterListener of(MeterRegistry registry) {
        return of(registry, Tags.empty());
    }

    /**
     * Creates a listener whose meters have additional tags, for example for one of several tenants.
     *
     * @param registry the registry of the application
     * @param tags tags of each meter
     * @return the listener
     */
    public static QlikMeterListener of(MeterRegistry registry, Iterable<Tag> tags) {
        return new QlikMeterListener(
                Objects.requireNonNull(registry, "registry"), Tags.of(Objects.requireNonNull(tags, "tags")));
    }

    /**
     * Counts a request that waits for its rate tier.
     *
     * @param event the tier and the reason
     */
    @Override
    public void waitStarted(RequestEvent event) {
        if (isRateLimited(event)) {
            waiting(event.tier()).incrementAndGet();
        }
    }

    /**
     * Records the wait of a throttled request, and no longer counts it as waiting.
     *
     * @param event the tier, the reason and the actual wait
     */
    @Override
    public void waitFinished(RequestEvent event) {
        if (isRateLimited(event)) {
            waiting(event.tier()).decrementAndGet();
        }
        if (event.waitReason().filter(WaitReason.CLOSED_TIER::equals).isPresent()) {
            throttled.record(event.duration());
        }
    }

    /**
     * Counts a retry.
     *
     * @param event the failed attempt
     */
    @Override
    public void retried(RequestEvent event) {
        retries.increment();
    }

    /**
     * Records a token renewal.
     *
     * @param event its duration and outcome
     */
    @Override
    public void tokenRenewed(TokenRenewalEvent event) {
        tokenRenewals.withTag("outcome", event.outcome().name()).record(event.duration());
    }

    /**
     * Counts a lookup of a specification.
     *
     * @param event whether it is a hit or a miss
     */
    @Override
    public void specCacheUsed(SpecCacheEvent event) {
        specCache.withTag("result", event.isHit() ? "hit" : "miss").increment();
    }

    /**
     * Counts an item of a bulk run.
     *
     * @param event the run and the outcome
     */
    @Override
    public void bulkItemFinished(BulkItemEvent event) {
        bulkItems
                .withTags("run", event.run().kind(), "outcome", event.outcome())
                .increment();
    }

    /**
     * Counts a failure of the rate limiter.
     *
     * @param event the type of the failure
     */
    @Override
    public void rateLimiterFailed(RateLimiterFailureEvent event) {
        rateFallbacks.increment();
    }

    private static boolean isRateLimited(RequestEvent event) {
        return event.waitReason()
                .filter(reason -> reason != WaitReason.RETRY_DELAY)
                .isPresent();
    }

    /** Returns the number of waiting requests of a tier, and registers its gauge before the first use. */
    private AtomicInteger waiting(int tier) {
        return waiting.computeIfAbsent(tier, number -> {
            AtomicInteger requests = new AtomicInteger();
            Gauge.builder("qlik.client.rate.waiting", requests, AtomicInteger::get)
                    .description("Requests that wait for a rate limit")
                    .tags(tags.and("tier", String.valueOf(number)))
                    .register(registry);
            return requests;
        });
    }

    private Counter.Builder counter(String name, String description) {
        return Counter.builder("qlik.client." + name).description(description).tags(tags);
    }
}
