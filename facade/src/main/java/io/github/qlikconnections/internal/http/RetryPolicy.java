package io.github.qlikconnections.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is retried and after which delay. Connect failures and 429 are retried for every method,
 * because nothing was done. A 5xx and an incomplete response are retried for idempotent methods. A 408 and an unusable success
 * are retried for GET. This class is thread-safe.
 */
final class RetryPolicy {

    /** The delay of the vendor's samples after a 429 without Retry-After. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

    private final TransportSettings settings;
    private final Timing timing;

    RetryPolicy(TransportSettings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
    }

    /** Returns how long a 429 closes its tier. */
    Duration closeDuration(ErrorResponse response) {
        return response.retryAfter() == null ? DEFAULT_RETRY_AFTER : response.retryAfter();
    }

    /** Returns whether a call waits for a tier that is closed for this long. */
    boolean canWait(Duration closed, Call call) {
        return closed.compareTo(settings.maxRetryAfter()) <= 0
                && call.deadline().allows(closed);
    }

    /** Returns the delay before the next attempt, or null for none. After a 429 the rate limiter determines the delay. */
    @Nullable Duration delayAfter(ErrorResponse response, Call call, WireRequest request, int attempt) {
        if (attempt >= settings.maxAttempts()) {
            return null;
        }
        if (response.status() == 429) {
            return canWait(closeDuration(response), call) ? Duration.ZERO : null;
        }
        boolean retryable =
                response.status() == 408 ? request.isRead() : response.status() >= 500 && isRepeatable(call, request);
        if (!retryable) {
            return null;
        }
        Duration delay = response.retryAfter() == null ? backoff(attempt) : response.retryAfter();
        return canWait(delay, call) ? delay : null;
    }

    /** Returns the delay before the next attempt, or null for none. */
    @Nullable Duration delayAfter(AttemptFailedException failure, Call call, WireRequest request, int attempt) {
        boolean retryable = attempt < settings.maxAttempts()
                && failure.isTransient()
                && !failure.deadlinePassed()
                && !Thread.currentThread().isInterrupted()
                && (!failure.mayHaveArrived() || isRepeatable(call, request));
        Duration delay = retryable ? backoff(attempt) : null;
        return delay != null && call.deadline().allows(delay) ? delay : null;
    }

    /** Returns the delay before the next attempt, or null for none. */
    @Nullable Duration delayAfter(UnusableResponseException failure, Call call, WireRequest request, int attempt) {
        if (attempt >= settings.maxAttempts() || !failure.isTransient() || !request.isRead()) {
            return null;
        }
        Duration delay = backoff(attempt);
        return call.deadline().allows(delay) ? delay : null;
    }

    /** Returns the delay before a workflow repeats its own write, or null if there is no next attempt. */
    @Nullable Duration delayBeforeRepeat(Deadline deadline, int attempt) {
        Duration delay = attempt < settings.maxAttempts() ? backoff(attempt) : null;
        return delay != null && deadline.allows(delay) ? delay : null;
    }

    private static boolean isRepeatable(Call call, WireRequest request) {
        return request.isIdempotent() || call.operation() == Operation.REQUEST_TOKEN;
    }

    /** Returns a delay with full jitter: random between zero and the capped exponential bound. */
    private Duration backoff(int attempt) {
        long cap = settings.backoffMaxDelay().toMillis();
        long base = settings.backoffBaseDelay().toMillis();
        int exponent = attempt - 1;
        long bound = exponent >= Long.numberOfLeadingZeros(Math.max(1, base)) - 1 ? cap : base << exponent;
        return Duration.ofMillis((long) (Math.min(bound, cap) * timing.random()));
    }
}
