package io.github.qlikconnections.bucket4j;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.qlikconnections.rate.RateLimitRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The shared state of one tenant, caller and tier: the slots of requests, and the time for which a 429 has closed the tier. Bulk requests
 * need the first only, which contains the second. This class is thread-safe.
 */
final class SharedTier {

    /** Single calls delay bulk requests by no more than one window of the limit. */
    private static final Duration MAX_COUNTED = Duration.ofMinutes(1);

    /** A tier is closed for this much longer, so that a report that arrives a little later changes nothing. */
    private static final Duration MARGIN = Duration.ofMillis(250);

    private final SequentialCalls calls;
    private final Duration interval;
    private final Timeline slots;
    private final Timeline closure;

    SharedTier(ProxyManager<String> proxyManager, String key, Duration interval, BoundedCalls calls) {
        this.calls = new SequentialCalls(calls);
        this.interval = interval;
        this.slots = new Timeline(proxyManager, key);
        this.closure = new Timeline(proxyManager, key + ":closed");
    }

    Duration reserve(RateLimitRequest request) {
        return calls.call(() -> request.isBulkRun() ? queue(request) : count(request));
    }

    /** The closed state is read only if requests are queued, because a closed tier always has a queue. */
    private Duration count(RateLimitRequest request) {
        Optional<Duration> slot = slots.reserve(interval, MAX_COUNTED);
        boolean open =
                slot.filter(Duration::isZero).isPresent() || closure.reserved().isZero();
        if (open) {
            return Duration.ZERO;
        }
        if (slot.filter(wait -> wait.compareTo(request.longestWait()) <= 0).isPresent()) {
            return slot.get();
        }
        if (slot.isPresent()) {
            slots.release(interval);
        }
        return queue(request);
    }

    private Duration queue(RateLimitRequest request) {
        return slots.reserve(interval, request.longestWait()).orElseGet(() -> tooLong(request.longestWait()));
    }

    /** The queue may have become shorter since the reservation failed. */
    private Duration tooLong(Duration longestWait) {
        Duration wait = slots.reserved();
        return wait.compareTo(longestWait) > 0 ? wait : longestWait.plusNanos(1);
    }

    /**
     * Delays all later requests. The slots are moved first, so that a process that reads a closed tier reserves a slot behind it.
     * Concurrent requests report the same 429, and the first report covers the others.
     */
    void close(Duration time) {
        calls.call(() -> {
            if (closure.reserved().compareTo(time) < 0) {
                Duration end = time.plus(MARGIN);
                slots.reserveUntil(end);
                closure.reserveUntil(end);
            }
            return true;
        });
    }
}
