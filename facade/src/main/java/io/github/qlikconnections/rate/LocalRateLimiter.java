package io.github.qlikconnections.rate;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps the rates of one process. This is the default of every client. Clients share a limit if they are built with the
 * same instance, the same tenant and the same caller.
 *
 * <p>Requests of bulk runs are spaced evenly, because the API does not document how it counts bursts. Single calls are
 * counted and not delayed, unless the tenant has closed their tier. Then all requests of the tier wait, in FIFO order.
 *
 * <p>This class is thread-safe.
 */
public final class LocalRateLimiter implements RateLimiter {

    private final RateLimits limits;
    private final LongSupplier nanoTime;
    private final Map<Key, TierSchedule> schedules = new ConcurrentHashMap<>();

    private LocalRateLimiter(RateLimits limits, LongSupplier nanoTime) {
        this.limits = Arguments.require(limits, "limits");
        this.nanoTime = Arguments.require(nanoTime, "nanoTime");
    }

    /**
     * Returns a rate limiter with these rates.
     *
     * @param limits the rates of each tenant and caller
     * @return the rate limiter
     */
    public static LocalRateLimiter of(RateLimits limits) {
        return new LocalRateLimiter(limits, System::nanoTime);
    }

    /**
     * Returns a rate limiter with another clock, for simulations.
     *
     * @param limits the rates of each tenant and caller
     * @param nanoTime returns the time of a monotonic clock in nanoseconds, as {@link System#nanoTime()}; must be
     *     thread-safe
     * @return the rate limiter
     */
    public static LocalRateLimiter of(RateLimits limits, LongSupplier nanoTime) {
        return new LocalRateLimiter(limits, nanoTime);
    }

    @Override
    public Duration reserve(RateLimitRequest request) {
        return schedule(request).reserve(request);
    }

    @Override
    public void rejected(RateLimitRequest request, Duration retryAfter) {
        schedule(request).close(Arguments.require(retryAfter, "retryAfter"));
    }

    /**
     * Returns how long the tenant accepts no request like this one, because it rejected another with 429.
     *
     * @param request the tenant, caller and tier
     * @return the time; zero if the tier is open
     */
    public Duration closedFor(RateLimitRequest request) {
        return schedule(request).closedFor();
    }

    private TierSchedule schedule(RateLimitRequest request) {
        Arguments.require(request, "request");
        Key key = new Key(request.tenantOrigin(), request.caller(), request.tier());
        TierSchedule schedule = schedules.get(key);
        // The map locks an entry to compute it, and all threads use the same few.
        return schedule != null
                ? schedule
                : schedules.computeIfAbsent(key, ignored -> new TierSchedule(limits.interval(key.tier()), nanoTime));
    }

    /** Returns the rates. */
    @Override
    public String toString() {
        return "LocalRateLimiter[" + limits + "]";
    }

    private record Key(String tenantOrigin, Optional<String> caller, RateTier tier) {}
}
