package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The timing of production code. Immutable and thread-safe. */
final class SystemTiming implements Timing {

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
    public <T extends @Nullable Object> T await(Future<T> result, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        return result.get(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
