package io.github.qlikconnections.internal.http;

import java.time.Duration;

/**
 * Hands out moments in the order in which they are asked for, a fixed time apart, so that who waits for them goes one by one;
 * none while it is closed. Nothing is held while a caller waits, so that one that gives up blocks nobody. Thread-safe.
 */
final class Slots {

    private final Timing timing;
    private final Duration apart;
    private long next;
    private volatile long opensAt;

    Slots(Timing timing, Duration apart) {
        this.timing = timing;
        this.apart = apart;
        this.next = timing.nanoTime();
        this.opensAt = next;
    }

    /** Hands out no moment before the given time from now has passed, or longer if it is closed for longer. */
    synchronized void close(Duration time) {
        long until = timing.nanoTime() + time.toNanos();
        opensAt = later(opensAt, until);
        next = later(next, until);
    }

    /** How long it stays closed; zero when it is open. */
    Duration closedFor() {
        return until(opensAt);
    }

    /** How long until the next moment that would be handed out. */
    synchronized Duration untilNext() {
        return until(next);
    }

    /** Takes the next moment and tells how long it is until then; takes none if that is longer than the wait allowed. */
    synchronized Duration take(Duration longest) {
        long now = timing.nanoTime();
        long moment = later(next, now);
        Duration wait = Duration.ofNanos(moment - now);
        if (wait.compareTo(longest) <= 0) {
            next = moment + apart.toNanos();
        }
        return wait;
    }

    private Duration until(long moment) {
        return Duration.ofNanos(Math.max(0, moment - timing.nanoTime()));
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
