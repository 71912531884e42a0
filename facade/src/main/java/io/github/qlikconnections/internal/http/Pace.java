package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keeps a long run of requests within the rates that the tenant allows, so that none is refused with 429: requests of a tier
 * are let go at even intervals, slightly longer than the limit asks for. Even, because the documentation does not say how the
 * tenant counts within its window: no burst is no risk. One for all threads of a client; thread-safe.
 */
public final class Pace {

    /** Requests sent evenly may still arrive unevenly, the more so with several threads: two in a hundred leave room for it. */
    private static final double SHARE = 0.98;

    private final Timing timing;
    private final Map<RateTier, Slots> slots = new EnumMap<>(RateTier.class);

    /** A pace of these limits. */
    public Pace(RateLimits limits, Timing timing) {
        this.timing = timing;
        for (RateTier tier : RateTier.values()) {
            long nanos = (long) (limits.interval(tier).toNanos() / SHARE);
            slots.put(tier, new Slots(timing, Duration.ofNanos(nanos)));
        }
    }

    /**
     * Waits until one more request of this tier may be sent; callers go in the order in which they came.
     *
     * @throws TransportException if its turn would come after the deadline, or the thread is interrupted, which keeps its flag
     */
    @SuppressWarnings("NullAway") // every tier was put in by the constructor
    public void acquire(RateTier tier, Deadline deadline) {
        Duration longest = deadline.remaining();
        Duration wait = slots.get(tier).take(longest);
        if (wait.compareTo(longest) > 0) {
            throw new TransportException(
                    "The next request of tier " + tier.number() + " may only be sent in " + wait.toSeconds()
                            + " s, which is after the deadline. Give the operation more time on the builder.",
                    false,
                    null);
        }
        try {
            if (!wait.isZero()) {
                timing.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "The thread was interrupted while it waited for its turn to send a request.", false, null);
        }
    }
}
