package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers which rate tier the tenant has closed and for how long. When it opens again, those who waited go through in their
 * order and as far apart as the tenant's limit has it; all at once they would close it again. One for all threads of a
 * client; thread-safe.
 */
final class TierGate {

    private final Timing timing;
    private final Map<RateTier, Line> lines = new EnumMap<>(RateTier.class);

    TierGate(Timing timing, RateLimits limits) {
        this.timing = timing;
        for (RateTier tier : RateTier.values()) {
            lines.put(tier, new Line(timing, limits.interval(tier)));
        }
    }

    /** Closes one tier for at least this long; the other stays as it is. */
    void close(RateTier tier, Duration time) {
        long until = timing.nanoTime() + time.toNanos();
        line(tier).opensAt.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
        line(tier).slots.pushBack(time);
    }

    /** How long the tier stays closed; zero when it is open. */
    Duration closedFor(RateTier tier) {
        return Duration.ofNanos(Math.max(0, line(tier).opensAt.get() - timing.nanoTime()));
    }

    /**
     * Asks to pass: zero when the gate is open and nobody stands before it. Otherwise the caller has a place in the line if the
     * wait is at most the longest one, waits that long, and asks whether the tier was closed again.
     */
    Duration queue(RateTier tier, Duration longest) {
        Slots slots = line(tier).slots;
        return slots.untilNext().isZero() ? Duration.ZERO : slots.take(longest);
    }

    @SuppressWarnings("NullAway") // every tier was put in by the constructor
    private Line line(RateTier tier) {
        return lines.get(tier);
    }

    private static final class Line {

        private final AtomicLong opensAt;
        private final Slots slots;

        private Line(Timing timing, Duration apart) {
            this.opensAt = new AtomicLong(timing.nanoTime());
            this.slots = new Slots(timing, apart);
        }
    }
}
