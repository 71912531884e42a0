package io.github.qlikconnections.bucket4j;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.RecoveryStrategy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A timeline from now on, of which the first part is reserved, kept in one bucket. A token is a microsecond, and the bucket is
 * refilled with the time that passes. It saves no time: its capacity is the smallest that Bucket4j allows. So all buckets have the same
 * configuration, and processes with different rates can share one. This class is thread-safe.
 */
final class Timeline {

    private static final BucketConfiguration CONFIGURATION = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(1)
                    .refillGreedy(TimeUnit.SECONDS.toMicros(1), Duration.ofSeconds(1))
                    .build())
            .build();

    /** The clock of a host has milliseconds. */
    private static final Duration PRECISION = Duration.ofMillis(1);

    /** What other requests may reserve between two calls, so that these seldom have to be repeated. */
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    private final Bucket bucket;

    Timeline(ProxyManager<String> proxyManager, String key) {
        // A store loses keys that expire. An expired key means that nothing is reserved.
        this.bucket = proxyManager
                .builder()
                .withRecoveryStrategy(RecoveryStrategy.RECONSTRUCT)
                .build(key, () -> CONFIGURATION);
    }

    /**
     * Reserves time behind all other reservations, atomically.
     *
     * @return the time until the reservation starts, or empty if that is more than the longest wait and nothing was reserved
     */
    Optional<Duration> reserve(Duration length, Duration longestWait) {
        return untilEnd(length, longestWait.plus(length)).map(end -> notNegative(end.minus(length)));
    }

    /** Returns the last reservation of this length. */
    void release(Duration length) {
        bucket.addTokens(micros(length));
    }

    /** Returns the time until the last reservation ends, or zero. */
    Duration reserved() {
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Reserves what is missing so that the last reservation ends no earlier than after this time. Several calls do not add up. */
    void reserveUntil(Duration end) {
        boolean complete = false;
        while (!complete) {
            Duration missing = end.minus(reserved());
            // The bound rejects the reservation if another process has reserved the same time in between.
            complete = missing.compareTo(PRECISION) < 0
                    || untilEnd(missing, end.plus(TOLERANCE)).isPresent();
        }
    }

    private Optional<Duration> untilEnd(Duration length, Duration latestEnd) {
        AtomicLong nanos = new AtomicLong();
        // The only atomic reservation of Bucket4j with a bound is one that blocks. The caller of this class waits, so
        // nothing blocks.
        boolean reserved = bucket.asBlocking()
                .tryConsumeUninterruptibly(micros(length), TimeUnit.NANOSECONDS.convert(latestEnd), nanos::set);
        return reserved ? Optional.of(Duration.ofNanos(nanos.get())) : Optional.empty();
    }

    private static long micros(Duration length) {
        return Math.max(1, TimeUnit.MICROSECONDS.convert(length));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
