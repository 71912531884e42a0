package io.github.qlikconnections.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is retried and after which delay. Connect failures and 429 are retried for every method,
 * because nothing was done. A 5xx and an incomplete response are retried for idempotent methods; a 408 and an unusable success
 * for GET. This class is thread-safe.
 */
final class RetryPolicy {

    /** The delay of the vendor's samples after a 429 without Retry-After. */
    private static final Duration UNSTATED = Duration.ofSeconds(1);

    private final TransportSettings settings;
    private final Timing timing;

    RetryPolicy(TransportSettings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
    }

    /** Returns how long a 429 closes its tier. */
    Duration closure(ErrorResponse refused) {
        return refused.retryAfter() == null ? UNSTATED : refused.retryAfter();
    }

    /** Returns whether a call waits for a tier that is closed for this long. */
    boolean waitsFor(Duration closed, Call call) {
        return closed.compareTo(settings.maxRetryAfter()) <= 0
                && call.deadline().allows(closed);
    }

    /** Returns the delay before the next attempt, or null for none. After a 429 the rate limiter determines the delay. */
    @Nullable
    Duration after(ErrorResponse refused, Call call, WireRequest request, int attempt) {
        if (attempt >= settings.maxAttempts()) {
            return null;
        }
        if (refused.status() == 429) {
            return waitsFor(closure(refused), call) ? Duration.ZERO : null;
        }
        boolean again =
                refused.status() == 408 ? request.reads() : refused.status() >= 500 && repeatable(call, request);
        if (!again) {
            return null;
        }
        Duration wait = refused.retryAfter() == null ? backoff(attempt) : refused.retryAfter();
        return waitsFor(wait, call) ? wait : null;
    }

    /** Returns the delay before the next attempt, or null for none. */
    @Nullable
    Duration after(AttemptFailedException broken, Call call, WireRequest request, int attempt) {
        boolean again = attempt < settings.maxAttempts()
                && broken.isTransient()
                && !broken.deadlinePassed()
                && !Thread.currentThread().isInterrupted()
                && (!broken.mayHaveArrived() || repeatable(call, request));
        Duration wait = again ? backoff(attempt) : null;
        return wait != null && call.deadline().allows(wait) ? wait : null;
    }

    /** Returns the delay before the next attempt, or null for none. */
    @Nullable
    Duration after(UnusableResponseException unusable, Call call, WireRequest request, int attempt) {
        if (attempt >= settings.maxAttempts() || !unusable.isTransient() || !request.reads()) {
            return null;
        }
        Duration wait = backoff(attempt);
        return call.deadline().allows(wait) ? wait : null;
    }

    /** Returns the delay before a workflow repeats its own write, or null if there is no next attempt. */
    @Nullable
    Duration beforeRepeat(Deadline deadline, int attempt) {
        Duration wait = attempt < settings.maxAttempts() ? backoff(attempt) : null;
        return wait != null && deadline.allows(wait) ? wait : null;
    }

    private static boolean repeatable(Call call, WireRequest request) {
        return request.idempotent() || call.operation() == Operation.REQUEST_TOKEN;
    }

    /** Returns a delay with full jitter: random between zero and the capped exponential bound. */
    private Duration backoff(int attempt) {
        long cap = settings.backoffMaxDelay().toMillis();
        long base = settings.backoffBaseDelay().toMillis();
        int doublings = attempt - 1;
        long bound = doublings >= Long.numberOfLeadingZeros(Math.max(1, base)) - 1 ? cap : base << doublings;
        return Duration.ofMillis((long) (Math.min(bound, cap) * timing.random()));
    }
}
