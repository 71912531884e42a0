package io.github.qlikconnections.testkit.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests per tier and user over a sliding window; beyond the limit a tier is closed for that user until the
 * oldest request has left the window. Guarded by the tenant's lock.
 */
public final class SlidingWindowLimiter {

    private record Key(Tier tier, String user) {}

    private final Map<Tier, Integer> limits;
    private final Duration window;
    private final Clock clock;
    private final Map<Key, Deque<Instant>> admitted = new HashMap<>();
    private final Map<Tier, Long> served = new EnumMap<>(Tier.class);
    private final Map<Tier, Long> rejected = new EnumMap<>(Tier.class);

    /** Limits per window; a tier without one is only counted. */
    public SlidingWindowLimiter(Map<Tier, Integer> limits, Duration window, Clock clock) {
        this.limits = limits;
        this.window = window;
        this.clock = clock;
    }

    /**
     * Counts a request in.
     *
     * @throws ApiErrorException 429 when the limit of its tier is reached
     */
    public void admit(Request request, String user) {
        Tier tier = Tier.of(request);
        Integer limit = limits.get(tier);
        if (limit != null) {
            Instant now = clock.instant();
            Deque<Instant> times = admitted.computeIfAbsent(new Key(tier, user), key -> new ArrayDeque<>());
            while (!times.isEmpty() && !times.peekFirst().plus(window).isAfter(now)) {
                times.removeFirst();
            }
            if (times.size() >= limit) {
                rejected.merge(tier, 1L, Long::sum);
                throw ApiErrorException.tooManyRequests(secondsUntil(times.getFirst().plus(window), now));
            }
            times.addLast(now);
        }
        served.merge(tier, 1L, Long::sum);
    }

    private static long secondsUntil(Instant then, Instant now) {
        // Rounded up: a client that waits for the whole seconds is let in.
        return Duration.between(now, then).plusNanos(999_999_999).toSeconds();
    }

    public long served(Tier tier) {
        return served.getOrDefault(tier, 0L);
    }

    public long rejected(Tier tier) {
        return rejected.getOrDefault(tier, 0L);
    }
}
