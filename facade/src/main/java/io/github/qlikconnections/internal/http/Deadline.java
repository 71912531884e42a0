package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The moment at which a whole operation, retries and waits included, must have ended. Immutable. */
public final class Deadline {

    private final Timing timing;
    private final long endNanos;
    private final Duration total;

    private Deadline(Timing timing, long endNanos, Duration total) {
        this.timing = timing;
        this.endNanos = endNanos;
        this.total = total;
    }

    /** A deadline that lies the given time from now. */
    public static Deadline in(Duration total, Timing timing) {
        return new Deadline(timing, timing.nanoTime() + total.toNanos(), total);
    }

    /** What is left; negative once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(endNanos - timing.nanoTime());
    }

    /** Whether waiting that long would still end before the deadline. */
    public boolean allows(Duration wait) {
        return remaining().compareTo(wait) > 0;
    }

    /** Whether it has passed. */
    public boolean passed() {
        return endNanos - timing.nanoTime() <= 0;
    }

    /** Waits for what another thread is doing, until the deadline at most. */
    public <T extends @Nullable Object> T await(Future<T> result)
            throws InterruptedException, ExecutionException, TimeoutException {
        return timing.await(result, passed() ? Duration.ZERO : remaining());
    }

    /** How long the operation was given. */
    public Duration total() {
        return total;
    }
}
