package io.github.qlikconnections.rate;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The number of requests per minute that a tenant allows in each rate tier.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RateLimits {

    private static final int DOCUMENTED_READS = 1000;
    private static final int DOCUMENTED_WRITES = 100;
    private static final RateLimits DEFAULTS = perMinute(DOCUMENTED_READS, DOCUMENTED_WRITES);

    /** Tolerated difference of the transit times of two requests. With a larger one, a window could receive more than the limit. */
    private static final Duration NETWORK_JITTER = Duration.ofSeconds(1);

    private static final Duration WINDOW_WITH_JITTER = Duration.ofMinutes(1).plus(NETWORK_JITTER);

    private final int reads;
    private final int writes;

    private RateLimits(int reads, int writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * Returns the rates that the API documents for every tenant: 1000 reads and 100 writes per minute.
     *
     * @return the rates
     */
    public static RateLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns rate limits with the given numbers per minute.
     *
     * @param reads requests of tier 1, at least 1
     * @param writes requests of tier 2, at least 1
     * @return the rates
     * @throws IllegalArgumentException if a number is less than 1
     */
    public static RateLimits perMinute(int reads, int writes) {
        return new RateLimits(positive(reads, "reads"), positive(writes, "writes"));
    }

    private static int positive(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + number);
        }
        return number;
    }

    /**
     * Returns the requests of tier 1 per minute.
     *
     * @return at least 1
     */
    public int readsPerMinute() {
        return reads;
    }

    /**
     * Returns the requests of tier 2 per minute.
     *
     * @return at least 1
     */
    public int writesPerMinute() {
        return writes;
    }

    /**
     * Returns the time between two requests of a bulk run, for implementations of {@link RateLimiter}. A rate of 100
     * requests per minute is used as 100 requests in 61 seconds, so that requests of different duration stay within it.
     *
     * @param tier the rate tier
     * @return for example 610 ms for 100 requests per minute
     */
    public Duration interval(RateTier tier) {
        Arguments.require(tier, "tier");
        return WINDOW_WITH_JITTER.dividedBy(tier == RateTier.READ ? reads : writes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateLimits that && reads == that.reads && writes == that.writes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(reads, writes);
    }

    /** Returns both rates. */
    @Override
    public String toString() {
        return "RateLimits[" + reads + " reads and " + writes + " writes per minute]";
    }
}
