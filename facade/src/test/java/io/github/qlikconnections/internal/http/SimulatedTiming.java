package io.github.qlikconnections.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * A clock for several threads that wait at once, which {@link ManualTiming} cannot tell from one after the other: it goes on to
 * the next moment that somebody waits for, and only when all threads of the run wait for something. What they do takes no time.
 * Thread-safe.
 */
public final class SimulatedTiming extends Timing {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final String threads;
    private final Map<Thread, Long> sleeping = new HashMap<>();
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
        Thread me = Thread.currentThread();
        long end = fallAsleep(me, time);
        try {
            while (!over(end)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (othersWait(me)) {
                    goOn(end);
                }
                Thread.onSpinWait();
            }
        } finally {
            wakeUp(me);
        }
    }

    private synchronized long fallAsleep(Thread me, Duration time) {
        long end = now + time.toNanos();
        sleeping.put(me, end);
        return end;
    }

    private synchronized boolean over(long end) {
        return now >= end;
    }

    /** Only the first of the sleepers moves the clock. */
    private synchronized void goOn(long end) {
        if (sleeping.values().stream().allMatch(other -> end <= other)) {
            now = Math.max(now, end);
        }
    }

    private synchronized void wakeUp(Thread me) {
        sleeping.remove(me);
    }

    private boolean othersWait(Thread me) {
        Thread[] all = new Thread[me.getThreadGroup().activeCount() + 16];
        int number = me.getThreadGroup().enumerate(all);
        // Twice: one that was seen waiting may have been let go by one that was seen later.
        for (int i = 0; i < 2 * number; i++) {
            Thread other = all[i % number];
            if (other != me && other.getName().startsWith(threads) && !waits(other)) {
                return false;
            }
        }
        return true;
    }

    private boolean waits(Thread thread) {
        synchronized (this) {
            if (sleeping.containsKey(thread)) {
                return true;
            }
        }
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
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
