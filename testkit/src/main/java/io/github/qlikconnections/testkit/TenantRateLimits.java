package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.http.Tier;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The number of requests per tier that a {@link FakeTenant} admits from one user within a sliding window. Further requests are
 * rejected with 429 and {@code Retry-After} until the oldest request has left the window. The other tier is not affected.
 * Instances are immutable and thread-safe.
 */
public final class TenantRateLimits {

    private final Map<Tier, Integer> limits;
    private final Duration window;

    private TenantRateLimits(Map<Tier, Integer> limits, Duration window) {
        this.limits = limits;
        this.window = window;
    }

    /**
     * Returns an instance without limits. Requests are only counted.
     *
     * @return the default limits of a tenant
     */
    public static TenantRateLimits none() {
        return new TenantRateLimits(Map.of(), Duration.ZERO);
    }

    /**
     * Returns the documented limits: 1000 reads and 100 writes per minute. Both are counted over five minutes, so that bursts of
     * up to 5000 reads and 500 writes are admitted.
     *
     * @return the limits
     */
    public static TenantRateLimits documented() {
        return of(5_000, 500, Duration.ofMinutes(5));
    }

    /**
     * Returns limits with a window of one minute, without the documented allowance for bursts.
     *
     * @param reads the number of GET requests per minute, at least 1
     * @param writes the number of other requests per minute, at least 1
     * @return the limits
     * @throws IllegalArgumentException if a number is less than 1
     */
    public static TenantRateLimits perMinute(int reads, int writes) {
        return of(reads, writes, Duration.ofMinutes(1));
    }

    /**
     * Returns limits with a given window.
     *
     * @param reads the number of GET requests per window, at least 1
     * @param writes the number of other requests per window, at least 1
     * @param window the length of the window
     * @return the limits
     * @throws IllegalArgumentException if a number is less than 1
     */
    public static TenantRateLimits of(int reads, int writes, Duration window) {
        if (reads < 1 || writes < 1) {
            throw new IllegalArgumentException("limits must be at least 1, not " + reads + " and " + writes);
        }
        return new TenantRateLimits(
                Map.of(Tier.READ, reads, Tier.WRITE, writes), Objects.requireNonNull(window, "window"));
    }

    Map<Tier, Integer> limits() {
        return limits;
    }

    Duration window() {
        return window;
    }
}
