package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.event.RateLimiterFailureEvent;
import io.github.qlikconnections.rate.LocalRateLimiter;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the rate limiter of the application, and a local one while that fails, so that its failures never reach a request. It never
 * waits itself. This class is thread-safe.
 */
final class FallbackRateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    /** A rate limiter whose network is down may block each call until a timeout, so few requests try it. */
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final RateLimiter primary;
    private final LocalRateLimiter local;
    private final RequestListeners listeners;
    private final Timing timing;
    private boolean failing;
    private long failedAt;
    private long retryAt;

    FallbackRateLimiter(RateSettings settings, RequestListeners listeners, Timing timing) {
        RateLimiter limiter = settings.limiter();
        this.local = limiter instanceof LocalRateLimiter shared
                ? shared
                : LocalRateLimiter.of(
                        limiter == null
                                ? settings.limits()
                                : limiter.fallbackLimits().orElse(settings.limits()),
                        timing::nanoTime);
        this.primary = limiter == null ? local : limiter;
        this.listeners = listeners;
        this.timing = timing;
    }

    /**
     * Reserves permission for one request.
     *
     * @return the delay after which the request may be sent; if it exceeds the longest wait, nothing was reserved
     * @throws InterruptedException if the rate limiter was interrupted
     */
    Duration reserve(RateLimitRequest request) throws InterruptedException {
        if (primary == local) {
            return local.reserve(request);
        }
        long askedAt = timing.nanoTime();
        if (canAsk(askedAt)) {
            try {
                @Nullable Duration delay = primary.reserve(request);
                if (delay != null && !delay.isNegative()) {
                    reportSuccess(askedAt);
                    // A rate limiter that ignores a 429 must not cause the next one.
                    Duration closed = local.closedFor(request);
                    return delay.compareTo(closed) < 0 ? closed : delay;
                }
                reportFailure("InvalidDelay");
            } catch (Exception | LinkageError e) {
                if (isInterruption(e)) {
                    Thread.interrupted();
                    throw new InterruptedException();
                }
                reportFailure(e.getClass().getSimpleName());
            }
        }
        return local.reserve(request);
    }

    /** Closes the tier of a request that the tenant rejected with 429. */
    void rejected(RateLimitRequest request, Duration retryAfter) {
        local.rejected(request, retryAfter);
        long askedAt = timing.nanoTime();
        if (primary != local && canAsk(askedAt)) {
            try {
                primary.rejected(request, retryAfter);
                reportSuccess(askedAt);
            } catch (Exception | LinkageError e) {
                if (isInterruption(e)) {
                    Thread.currentThread().interrupt();
                } else {
                    reportFailure(e.getClass().getSimpleName());
                }
            }
        }
    }

    /** Returns how long the tier stays closed by a 429 that this process received, or zero. Callers check again after a wait. */
    Duration closedFor(RateLimitRequest request) {
        return local.closedFor(request);
    }

    /** An interruption concerns one caller only. A rate limiter in another JVM language can throw checked exceptions. */
    private static boolean isInterruption(Throwable failure) {
        return failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
    }

    private synchronized boolean canAsk(long now) {
        if (failing && now - retryAt < 0) {
            return false;
        }
        retryAt = now + RETRY_INTERVAL.toNanos();
        return true;
    }

    /** A call that began before the failure does not show that the rate limiter works again. */
    private synchronized void reportSuccess(long askedAt) {
        if (failing && askedAt - failedAt > 0) {
            failing = false;
            LOG.debug("The rate limiter works again");
        }
    }

    private void reportFailure(String errorType) {
        synchronized (this) {
            long now = timing.nanoTime();
            retryAt = now + RETRY_INTERVAL.toNanos();
            if (failing) {
                return;
            }
            failing = true;
            failedAt = now;
        }
        LOG.warn(
                "The rate limiter failed with {}. The client limits its requests by itself until it works again.",
                errorType);
        listeners.notify(listener -> listener.rateLimiterFailed(RateLimiterFailureEvent.of(errorType)));
    }
}
