package io.github.qlikconnections.internal.http;

import java.time.Duration;

/**
 * How many requests a tenant is documented to take. Immutable.
 *
 * @param readsPerMinute requests of tier 1
 * @param writesPerMinute requests of tier 2
 */
public record RateLimits(int readsPerMinute, int writesPerMinute) {

    /** What the API documents for every tenant. */
    public static final RateLimits DOCUMENTED = new RateLimits(1000, 100);

    /** The time between two requests that uses a limit up evenly. */
    Duration interval(RateTier tier) {
        return Duration.ofMinutes(1).dividedBy(perMinute(tier));
    }

    int perMinute(RateTier tier) {
        return tier == RateTier.READ ? readsPerMinute : writesPerMinute;
    }
}
