package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Clock, waiting and random numbers. Everything that waits on a caller's thread waits here, so that tests can simulate time.
 * Implementations are thread-safe.
 */
public interface Timing {

    /** The system clock, real waiting and real random numbers. */
    Timing SYSTEM = new SystemTiming();

    /** Returns the time of the wall clock, for dates in header fields and expiry times. */
    Instant now();

    /** Returns the time of a monotonic clock, for durations. */
    long nanoTime();

    /** Waits for the given time. */
    void sleep(Duration time) throws InterruptedException;

    /** Waits for the result of another thread, for the given time at most. */
    <T extends @Nullable Object> T await(Future<T> result, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException;

    /** Returns a random number from 0 up to but not including 1, for jitter. */
    double random();
}
