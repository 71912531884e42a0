package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.event.WaitReason;
import io.github.qlikconnections.rate.RateLimitRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits until the rate limiter allows a request: the one place where the library waits for a rate limit. This class is thread-safe. */
final class Throttle {

    private final String tenantOrigin;
    private final @Nullable String caller;
    private final FallbackRateLimiter limiter;
    private final RetryPolicy retries;

    Throttle(Tenant tenant, RateSettings settings, RequestListeners listeners, RetryPolicy retries, Timing timing) {
        this(
                tenant.originInLowerCase(),
                settings.caller(),
                new FallbackRateLimiter(settings, listeners, timing),
                retries);
    }

    private Throttle(String tenantOrigin, @Nullable String caller, FallbackRateLimiter limiter, RetryPolicy retries) {
        this.tenantOrigin = tenantOrigin;
        this.caller = caller;
        this.limiter = limiter;
        this.retries = retries;
    }

    /** Returns a throttle over the same rate limits for operations with another policy. */
    Throttle withRetries(RetryPolicy policy) {
        return new Throttle(tenantOrigin, caller, limiter, policy);
    }

    /**
     * Waits before an attempt.
     *
     * @throws InterruptedException if the thread is interrupted
     * @throws io.github.qlikconnections.error.RateLimitedException if a 429 has closed the tier for longer than the call may wait
     * @throws TransportException if the next slot of a bulk run is after the deadline
     */
    void await(Call call, int attempt, RequestTelemetry telemetry) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        RateLimitRequest limited = limited(call);
        Duration wait;
        do {
            if (call.isBulkRun() && call.deadline().hasPassed()) {
                throw notSent(call, "the deadline passed before the request was sent");
            }
            Duration closed = limiter.closedFor(limited);
            Duration maxWait = retries.canWait(closed, call) ? call.deadline().remaining() : Duration.ZERO;
            wait = limiter.reserve(limited.withLongestWait(maxWait.isNegative() ? Duration.ZERO : maxWait));
            boolean spaced = call.isBulkRun() && closed.isZero();
            if (!wait.isZero() && wait.compareTo(maxWait) >= 0) {
                throw spaced
                        ? notSent(
                                call,
                                "the rate limit allows the next request in " + DurationFormatter.of(wait)
                                        + ", which is after the deadline")
                        : closedTier(call, wait, attempt - 1);
            }
            if (!spaced && !wait.isZero()) {
                telemetry.throttled(wait);
            }
            telemetry.sleep(spaced ? WaitReason.RATE_LIMIT : WaitReason.CLOSED_TIER, wait);
        } while (!wait.isZero() && !limiter.closedFor(limited).isZero());
    }

    /** Closes the tier of a call that the tenant rejected with 429. */
    void rejected(Call call, ErrorResponse response) {
        limiter.rejected(limited(call), retries.closeDuration(response));
    }

    private RateLimitRequest limited(Call call) {
        return RateLimitRequest.builder(tenantOrigin, call.operation().tier())
                .caller(caller)
                .bulkRun(call.isBulkRun())
                .build();
    }

    /** Another request received the 429, in this process or in another that shares the limit. */
    private static QlikApiException closedTier(Call call, Duration wait, int attempts) {
        return QlikApiException.builder(call.operation().id(), 429)
                .message(call.failureMessage("the request was not sent" + (attempts == 0 ? "" : " again")
                        + ", because the rate limit is exceeded. " + FailureAdvice.afterRateLimit(wait)))
                .attempts(attempts)
                .retryAfter(wait)
                .build();
    }

    private static TransportException notSent(Call call, String reason) {
        return new TransportException(call.failureMessage(reason + ". " + FailureAdvice.MORE_TIME), false, null);
    }
}
