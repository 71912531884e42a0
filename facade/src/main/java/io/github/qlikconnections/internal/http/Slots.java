package io.github.qlikconnections.internal.http;

import java.time.Duration;

/**
 * Hands out moments in the order in which they are asked for, a fixed time apart, so that who waits for them goes one by one.
 * Nothing is held while a caller waits, so that one that gives up blocks nobody. Thread-safe.
 */
final class Slots {

    private final Timing timing;
    private final Duration apart;
    private long next;

    Slots(Timing timing, Duration apart) {
        this.timing = timing;
        this.apart = apart;
        this.next = timing.nanoTime();
    }

    /** How long until the next moment that would be handed out. */
    synchronized Duration untilNext() {
        return Duration.ofNanos(Math.max(0, next - timing.nanoTime()));
    }

    /** Hands out no moment before the given time from now has passed. */
    synchronized void pushBack(Duration time) {
        long until = timing.nanoTime() + time.toNanos();
        if (until - next > 0) {
            next = until;
        }
    }

    /** Takes the next moment and tells how long it is until then; takes none if that is longer than the wait allowed. */
    synchronized Duration take(Duration longest) {
        long now = timing.nanoTime();
        long moment = next - now > 0 ? next : now;
        Duration wait = Duration.ofNanos(moment - now);
        if (wait.compareTo(longest) <= 0) {
            next = moment + apart.toNanos();
        }
        return wait;
    }
}
