package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Decides how long a request waits so that the tenant does not reject it with 429. It never waits itself.
 *
 * <p>Requests of bulk runs are spaced evenly, because the API does not document how it counts bursts. Single calls are counted
 * and not delayed, unless the tenant has closed their tier. One instance serves all threads of a client. This class is
 * thread-safe.
 */
public final class LocalRateLimiter {

    private final Map<RateTier, TierSchedule> tiers = new EnumMap<>(RateTier.class);

    /** Creates a limiter for the rates of these settings. */
    public LocalRateLimiter(TransportSettings settings, Timing timing) {
        for (RateTier tier : RateTier.values()) {
            tiers.put(tier, new TierSchedule(settings.perMinute(tier), timing));
        }
    }

    /**
     * Reserves the next slot for one request.
     *
     * @param longestWait the longest delay that the caller accepts
     * @return the delay after which the request may be sent; if it exceeds {@code longestWait}, nothing was reserved
     */
    public Duration reserve(RateTier tier, Workload workload, Duration longestWait) {
        return schedule(tier).reserve(workload, longestWait);
    }

    /** Closes a tier after a 429 response for at least this long. */
    public void close(RateTier tier, Duration retryAfter) {
        schedule(tier).close(retryAfter);
    }

    /** Returns how long the tier stays closed, or zero if it is open. Callers check again after a wait. */
    public Duration closedFor(RateTier tier) {
        return schedule(tier).closedFor();
    }

    @SuppressWarnings("NullAway") // the constructor puts a schedule for every tier
    private TierSchedule schedule(RateTier tier) {
        return tiers.get(tier);
    }
}
