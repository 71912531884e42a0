package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Clock, sleep and chance in one place, so that a test of waiting, which overrides them, need not wait. */
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

    /** A number from 0 up to but not including 1, for jitter. */
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
