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
 * A clock for threads that wait concurrently, unlike {@link ManualTiming}. It advances to the next end of a wait, and only if all
 * threads of the run wait for something that has not happened. All waits of the library use this clock, so thread states are not
 * inspected. Computation takes no simulated time. This class is thread-safe.
 */
public final class SimulatedTiming implements Timing {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    /** The real time between two checks of the simulated time, in milliseconds. */
    private static final long POLL_MILLIS = 1;

    /** A wait with its end and the condition that ends it earlier. */
    private record Waiter(long end, BooleanSupplier released) {}

    private final String threadNamePrefix;
    private final Map<Thread, Waiter> waiting = new HashMap<>();
    private long now;

    /** Creates a clock for the threads whose names have this prefix. */
    public SimulatedTiming(String threadNamePrefix) {
        this.threadNamePrefix = threadNamePrefix;
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
        waitFor(time, () -> false);
    }

    @Override
    public <T> T await(Future<T> result, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!waitFor(time, result::isDone)) {
            throw new TimeoutException();
        }
        return result.get();
    }

    /**
     * Waits for a condition or until the time has passed.
     *
     * @param condition the condition, evaluated by all waiting threads
     * @return whether the condition was met
     */
    private synchronized boolean waitFor(Duration time, BooleanSupplier condition) throws InterruptedException {
        Thread me = Thread.currentThread();
        long end = now + time.toNanos();
        waiting.put(me, new Waiter(end, condition));
        try {
            while (!condition.getAsBoolean()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (now >= end) {
                    return false;
                }
                if (isNext(end) && allThreadsWait()) {
                    now = end;
                    notifyAll();
                } else {
                    wait(POLL_MILLIS);
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

    private boolean allThreadsWait() {
        Thread me = Thread.currentThread();
        Thread[] all = new Thread[me.getThreadGroup().activeCount() + 16];
        int number = me.getThreadGroup().enumerate(all);
        for (int i = 0; i < number; i++) {
            Thread other = all[i];
            if (other != me && other.getName().startsWith(threadNamePrefix) && !waiting.containsKey(other)) {
                return false;
            }
        }
        return waiting.values().stream().noneMatch(waiter -> waiter.released().getAsBoolean());
    }

    @Override
    public double random() {
        return 0.5;
    }

    /** Returns this clock for a tenant. */
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
