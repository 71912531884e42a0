package io.github.qlikconnections.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A clock for several threads that wait at once, which {@link ManualTiming} cannot tell from one after the other: it moves to the
 * next moment that a thread waits for, and only if all threads of the run wait for something that has not happened. Each wait of the
 * library comes here, so that nothing is concluded from the states of threads. What threads do takes no time. Thread-safe.
 */
public final class SimulatedTiming implements Timing {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    /** How long a thread waits in real time before it looks at the simulated one again. */
    private static final long LOOK_AGAIN_MILLIS = 1;

    /** A thread that waits until a moment, unless what it waits for can happen before. */
    private record Waiter(long end, BooleanSupplier released) {}

    private final String threads;
    private final Map<Thread, Waiter> waiting = new HashMap<>();
    private long now;

    /** A clock for the threads whose names begin so. */
    public SimulatedTiming(String threads) {
        this.threads = threads;
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(now);
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        waitFor(time, () -> false, () -> false);
    }

    @Override
    public <T> T await(Future<T> result, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!waitFor(time, result::isDone, result::isDone)) {
            throw new TimeoutException();
        }
        return result.get();
    }

    /**
     * Waits until something happens, or until the time has passed.
     *
     * @param happens whether it happens now; for the waiting thread only
     * @param released whether it could happen; for the other threads
     * @return whether it happened
     */
    private synchronized boolean waitFor(Duration time, BooleanSupplier happens, BooleanSupplier released)
            throws InterruptedException {
        Thread me = Thread.currentThread();
        long end = now + time.toNanos();
        waiting.put(me, new Waiter(end, released));
        try {
            while (!happens.getAsBoolean()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (now >= end) {
                    return false;
                }
                if (isNext(end) && everyThreadWaits()) {
                    now = end;
                    notifyAll();
                } else {
                    wait(LOOK_AGAIN_MILLIS);
                }
            }
            return true;
        } finally {
            waiting.remove(me);
            notifyAll();
        }
    }

    private boolean isNext(long end) {
        return waiting.values().stream().allMatch(other -> end <= other.end());
    }

    private boolean everyThreadWaits() {
        Thread me = Thread.currentThread();
        Thread[] all = new Thread[me.getThreadGroup().activeCount() + 16];
        int number = me.getThreadGroup().enumerate(all);
        for (int i = 0; i < number; i++) {
            Thread other = all[i];
            if (other != me && other.getName().startsWith(threads) && !waiting.containsKey(other)) {
                return false;
            }
        }
        return waiting.values().stream().noneMatch(waiter -> waiter.released().getAsBoolean());
    }

    @Override
    public double random() {
        return 0.5;
    }

    /** The same clock for a tenant. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
