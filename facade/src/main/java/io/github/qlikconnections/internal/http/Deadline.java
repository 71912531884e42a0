package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The time limit of a whole operation, including retries and waits. Instances are immutable and thread-safe. */
public final class Deadline {

    private final Timing timing;
    private final long endNanos;
    private final Duration total;

    private Deadline(Timing timing, long endNanos, Duration total) {
        this.timing = timing;
        this.endNanos = endNanos;
        this.total = total;
    }

    /** Returns a deadline that is the given time from now. */
    public static Deadline in(Duration total, Timing timing) {
        return new Deadline(timing, timing.nanoTime() + total.toNanos(), total);
    }

    /** Returns the remaining time, negative after the deadline. */
    public Duration remaining() {
        return Duration.ofNanos(endNanos - timing.nanoTime());
    }

    /** Returns whether a wait of this length ends before the deadline. */
    public boolean allows(Duration wait) {
        return remaining().compareTo(wait) > 0;
    }

    /** Returns whether the deadline has passed. */
    public boolean hasPassed() {
        return endNanos - timing.nanoTime() <= 0;
    }

    /** Waits for the result of another thread, until the deadline at most. */
    public <T extends @Nullable Object> T await(Future<T> result)
            throws InterruptedException, ExecutionException, TimeoutException {
        return timing.await(result, hasPassed() ? Duration.ZERO : remaining());
    }

    /** Returns whether the operation started at this time of the monotonic clock or later. */
    boolean startedSince(long nanoTime) {
        return endNanos - total.toNanos() - nanoTime >= 0;
    }

    /** Returns the time that the operation was given. */
    public Duration total() {
        return total;
    }
}
