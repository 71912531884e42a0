package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** A clock that advances by the length of each sleep, which takes no real time and is recorded. This class is thread-safe. */
public final class ManualTiming implements Timing {

    private final List<Duration> sleeps = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return Instant.parse("2026-11-23T10:00:00Z").plus(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(time);
        passed = passed.plus(time);
    }

    @Override
    public <T> T await(Future<T> result, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        return SYSTEM.await(result, time);
    }

    @Override
    public double random() {
        return 0.5;
    }

    /** Advances the clock without a sleep. */
    public synchronized void advance(Duration time) {
        passed = passed.plus(time);
    }

    /** Returns all sleeps so far, in order. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
