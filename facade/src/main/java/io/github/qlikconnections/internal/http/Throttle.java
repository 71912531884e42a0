package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.TransportException;
import java.time.Duration;

/** Waits until the rate limiter allows a request: the one place where the library waits for a rate limit. This class is thread-safe. */
final class Throttle {

    private final LocalRateLimiter limiter;
    private final RetryPolicy retries;
    private final Timing timing;

    Throttle(LocalRateLimiter limiter, RetryPolicy retries, Timing timing) {
        this.limiter = limiter;
        this.retries = retries;
        this.timing = timing;
    }

    /**
     * Waits before an attempt.
     *
     * @throws InterruptedException if the thread is interrupted
     * @throws io.github.qlikconnections.error.RateLimitedException if the tenant has closed the tier for longer than the call may
     *     wait
     * @throws TransportException if the next slot of a bulk run is after the deadline
     */
    void await(Call call, WireRequest request, int attempt, RequestTelemetry telemetry) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        RateTier tier = call.operation().tier();
        do {
            if (call.workload() == Workload.BULK_RUN && call.deadline().hasPassed()) {
                throw notSent(call, "the deadline passed before the request was sent");
            }
            Duration closed = limiter.closedFor(tier);
            Duration maxWait = retries.canWait(closed, call) ? call.deadline().remaining() : Duration.ZERO;
            Duration wait = limiter.reserve(tier, call.workload(), maxWait);
            boolean spaced = call.workload() == Workload.BULK_RUN && closed.isZero();
            if (!wait.isZero() && wait.compareTo(maxWait) >= 0) {
                throw spaced
                        ? notSent(
                                call,
                                "the rate limit allows the next request in " + DurationFormatter.of(wait)
                                        + ", which is after the deadline")
                        : ResponseExceptionFactory.of(call, request, new ErrorResponse(429, wait), attempt - 1, false);
            }
            if (!spaced && !wait.isZero()) {
                telemetry.throttled(attempt, wait);
            }
            if (!wait.isZero()) {
                timing.sleep(wait);
            }
        } while (!limiter.closedFor(tier).isZero());
    }

    /** Closes the tier of a call that the tenant rejected with 429. */
    void rejected(Call call, ErrorResponse response) {
        limiter.close(call.operation().tier(), retries.closeDuration(response));
    }

    private static TransportException notSent(Call call, String reason) {
        return new TransportException(
                call.failureMessage(reason + ". " + FailureAdvice.MORE_TIME), false, null);
    }
}
