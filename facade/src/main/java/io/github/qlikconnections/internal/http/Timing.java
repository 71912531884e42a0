package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Clock, waits and chance in one place, so that a test of waiting, which overrides them, need not wait and knows who waits.
 * Everything that waits on the thread of a caller waits here.
 */
public class Timing {

    /** The real clock, real sleep and real chance. */
    public static final Timing SYSTEM = new Timing();

    /** For those who override all of it. */
    protected Timing() {}

    /** The wall clock, for dates in headers and expiry times. */
    public Instant now() {
        return Instant.now();
    }

    /** A clock that only goes forward, for durations. */
    public long nanoTime() {
        return System.nanoTime();
    }

    /** Waits. */
    public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /** Waits for a lock, for the given time at most; returns whether it is held now. */
    public boolean acquire(ReentrantLock lock, Duration time) throws InterruptedException {
        return lock.tryLock(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for what another thread is doing, for the given time at most. */
    public <T extends @Nullable Object> T await(Future<T> result, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        return result.get(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A number from 0 up to but not including 1, for jitter. */
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
