package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Clock, sleep and chance in one place, so that a test of waiting need not wait. */
public interface Timing {

    /** The real clock, real sleep and real chance. */
    Timing SYSTEM = new Timing() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }

        @Override
        public double random() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** The wall clock, for dates in headers and expiry times. */
    Instant now();

    /** A clock that only goes forward, for durations. */
    long nanoTime();

    /** Waits. */
    void sleep(Duration time) throws InterruptedException;

    /** A number from 0 up to but not including 1, for jitter. */
    double random();
}
