package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.http.Tier;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How many requests of each tier a {@link FakeTenant} takes from one user within a sliding window. Beyond that it
 * answers 429 with {@code Retry-After} until the oldest request has left the window, while the other tier goes on.
 * Immutable and safe for use by any number of threads.
 */
public final class TenantRateLimits {

    private final Map<Tier, Integer> limits;
    private final Duration window;

    private TenantRateLimits(Map<Tier, Integer> limits, Duration window) {
        this.limits = limits;
        this.window = window;
    }

    /**
     * No limits: requests are only counted.
     *
     * @return the limits of a tenant that is not told otherwise
     */
    public static TenantRateLimits none() {
        return new TenantRateLimits(Map.of(), Duration.ZERO);
    }

    /**
     * The documented limits: 1000 reads and 100 writes a minute, both counted over five minutes, so that a burst may
     * take up to 5000 and 500 at once.
     *
     * @return the limits
     */
    public static TenantRateLimits documented() {
        return of(5_000, 500, Duration.ofMinutes(5));
    }

    /**
     * Limits over a window of one minute, without the documented allowance for bursts.
     *
     * @param reads GET requests a minute, at least 1
     * @param writes other requests a minute, at least 1
     * @return the limits
     * @throws IllegalArgumentException when a number is less than 1
     */
    public static TenantRateLimits perMinute(int reads, int writes) {
        return of(reads, writes, Duration.ofMinutes(1));
    }

    /**
     * Limits over any window.
     *
     * @param reads GET requests in a window, at least 1
     * @param writes other requests in a window, at least 1
     * @param window the length of the window
     * @return the limits
     * @throws IllegalArgumentException when a number is less than 1
     */
    public static TenantRateLimits of(int reads, int writes, Duration window) {
        if (reads < 1 || writes < 1) {
            throw new IllegalArgumentException("limits are at least 1, not " + reads + " and " + writes);
        }
        return new TenantRateLimits(Map.of(Tier.READ, reads, Tier.WRITE, writes), Objects.requireNonNull(window, "window"));
    }

    Map<Tier, Integer> limits() {
        return limits;
    }

    Duration window() {
        return window;
    }
}
