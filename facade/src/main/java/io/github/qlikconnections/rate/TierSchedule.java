package io.github.qlikconnections.rate;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The slots of one rate tier, in FIFO order and a fixed interval apart. Nothing is locked while a caller waits for its slot, so
 * a caller that gives up blocks no other. This class is thread-safe.
 */
final class TierSchedule {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final long interval;
    private long nextSlot;
    private long lastReserved;
    private long reopensAt;
    private long queueEndsAt;

    TierSchedule(Duration interval, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.interval = interval.toNanos();
        long now = nanoTime.getAsLong();
        this.nextSlot = now;
        this.lastReserved = now - this.interval;
        this.reopensAt = now;
        this.queueEndsAt = now;
    }

    synchronized Duration reserve(RateLimitRequest request) {
        long now = nanoTime.getAsLong();
        boolean queued = queueEndsAt - now > 0;
        if (!request.isBulkRun() && !queued) {
            count(now);
            return Duration.ZERO;
        }
        long slot = later(nextSlot, now);
        Duration wait = Duration.ofNanos(slot - now);
        if (wait.compareTo(request.longestWait()) <= 0) {
            nextSlot = slot + interval;
            lastReserved = slot;
            if (!request.isBulkRun()) {
                queueEndsAt = nextSlot;
            }
        }
        return wait;
    }

    /** Delays the next bulk request by a single call, but never by more calls than one window holds. */
    private void count(long now) {
        long counted = later(nextSlot, now) + interval;
        long latest = now + WINDOW.toNanos();
        nextSlot = later(nextSlot, counted - latest > 0 ? latest : counted);
    }

    /** Callers that wait for the tier are released one by one. Concurrent requests would close it again. */
    synchronized void close(Duration time) {
        reopensAt = later(reopensAt, nanoTime.getAsLong() + time.toNanos());
        // The tenant states when it accepts the next request, which is more precise than the count of single calls.
        nextSlot = later(reopensAt, lastReserved + interval);
        queueEndsAt = later(queueEndsAt, nextSlot);
    }

    synchronized Duration closedFor() {
        return Duration.ofNanos(Math.max(0, reopensAt - nanoTime.getAsLong()));
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
