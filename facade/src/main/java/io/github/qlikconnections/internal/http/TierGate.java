package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers which rate tier the tenant has closed and for how long. One for all threads of a client; thread-safe.
 */
final class TierGate {

    private final Timing timing;
    private final Map<RateTier, AtomicLong> opensAt = new EnumMap<>(RateTier.class);

    TierGate(Timing timing) {
        this.timing = timing;
        for (RateTier tier : RateTier.values()) {
            opensAt.put(tier, new AtomicLong(timing.nanoTime()));
        }
    }

    /** Closes one tier for at least this long; the other stays as it is. */
    void close(RateTier tier, Duration time) {
        long until = timing.nanoTime() + time.toNanos();
        gate(tier).accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    /** How long the tier stays closed; zero when it is open. */
    Duration closedFor(RateTier tier) {
        long nanos = gate(tier).get() - timing.nanoTime();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    @SuppressWarnings("NullAway") // every tier was put in by the constructor
    private AtomicLong gate(RateTier tier) {
        return opensAt.get(tier);
    }
}
