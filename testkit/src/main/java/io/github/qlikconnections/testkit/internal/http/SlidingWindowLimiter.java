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
 * Limits the requests per tier and user within a sliding window. When the limit is reached, further requests are rejected until the
 * oldest request has left the window. Guarded by the lock of the tenant.
 */
public final class SlidingWindowLimiter {

    private record LimitKey(Tier tier, String user) {}

    private final Map<Tier, Integer> limits;
    private final Duration window;
    private final Clock clock;
    private final Map<LimitKey, Deque<Instant>> admissions = new HashMap<>();
    private final Map<Tier, Long> admittedCounts = new EnumMap<>(Tier.class);
    private final Map<Tier, Long> rejectedCounts = new EnumMap<>(Tier.class);

    /** Creates a limiter with limits per window. Requests of a tier without a limit are only counted. */
    public SlidingWindowLimiter(Map<Tier, Integer> limits, Duration window, Clock clock) {
        this.limits = limits;
        this.window = window;
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @throws ApiErrorException 429 if the limit of its tier is reached
     */
    public void admit(Request request, String user) {
        Tier tier = Tier.of(request);
        Integer limit = limits.get(tier);
        if (limit != null) {
            Instant now = clock.instant();
            Deque<Instant> times = admissions.computeIfAbsent(new LimitKey(tier, user), key -> new ArrayDeque<>());
            while (!times.isEmpty() && !times.peekFirst().plus(window).isAfter(now)) {
                times.removeFirst();
            }
            if (times.size() >= limit) {
                rejectedCounts.merge(tier, 1L, Long::sum);
                throw ApiErrorException.tooManyRequests(
                        secondsUntil(times.getFirst().plus(window), now));
            }
            times.addLast(now);
        }
        admittedCounts.merge(tier, 1L, Long::sum);
    }

    private static long secondsUntil(Instant then, Instant now) {
        // Rounded up, so that a client that waits for this time is admitted.
        return Duration.between(now, then).plusNanos(999_999_999).toSeconds();
    }

    public long admitted(Tier tier) {
        return admittedCounts.getOrDefault(tier, 0L);
    }

    public long rejected(Tier tier) {
        return rejectedCounts.getOrDefault(tier, 0L);
    }
}
