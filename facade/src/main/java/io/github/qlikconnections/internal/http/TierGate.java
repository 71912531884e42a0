package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Remembers which rate tier the tenant has closed and for how long. When it opens again, those who waited go through in their
 * order and as far apart as the tenant's limit has it; all at once they would close it again. One for all threads of a
 * client; thread-safe.
 */
final class TierGate {

    private final Map<RateTier, Slots> tiers = new EnumMap<>(RateTier.class);

    TierGate(TransportSettings settings, Timing timing) {
        for (RateTier tier : RateTier.values()) {
            tiers.put(tier, new Slots(timing, Duration.ofMinutes(1).dividedBy(settings.perMinute(tier))));
        }
    }

    /** Closes one tier for at least this long; the other stays as it is. */
    void close(RateTier tier, Duration time) {
        slots(tier).close(time);
    }

    /** How long the tier stays closed; zero when it is open. */
    Duration closedFor(RateTier tier) {
        return slots(tier).closedFor();
    }

    /**
     * Asks to pass: zero when the gate is open and nobody stands before it. Otherwise the caller has a place in the line if the
     * wait is at most the longest one, waits that long, and asks whether the tier was closed again.
     */
    Duration queue(RateTier tier, Duration longest) {
        Slots slots = slots(tier);
        return slots.untilNext().isZero() ? Duration.ZERO : slots.take(longest);
    }

    @SuppressWarnings("NullAway") // every tier was put in by the constructor
    private Slots slots(RateTier tier) {
        return tiers.get(tier);
    }
}
