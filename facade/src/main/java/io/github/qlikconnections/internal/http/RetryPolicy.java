package io.github.qlikconnections.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may be sent again, and after which pause. A connect failure and a 429 are repeated for every
 * method, since nothing was done; a 5xx and a broken answer only where a repeat does no harm; a 408 and a success that cannot be
 * used for GET only. Thread-safe.
 */
final class RetryPolicy {

    /** What the vendor's samples wait when a 429 does not say for how long. */
    private static final Duration UNSTATED = Duration.ofSeconds(1);

    private final TransportSettings settings;
    private final Timing timing;

    RetryPolicy(TransportSettings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
    }

    /** How long a 429 closes its tier. */
    Duration closure(ErrorResponse refused) {
        return refused.retryAfter() == null ? UNSTATED : refused.retryAfter();
    }

    /** Whether a closed tier is worth waiting for. */
    boolean waitsFor(Duration closed, Call call) {
        return closed.compareTo(settings.retryAfterCap()) <= 0
                && call.deadline().allows(closed);
    }

    /** The pause before the next attempt, or null when the refusal stands. After a 429 the gate of the tier is the pause. */
    @Nullable Duration after(ErrorResponse refused, Call call, WireRequest request, int attempt) {
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

    /** The pause before the next attempt, or null when the failure stands. */
    @Nullable Duration after(AttemptFailedException broken, Call call, WireRequest request, int attempt) {
        boolean again = attempt < settings.maxAttempts()
                && broken.passing()
                && !broken.deadlinePassed()
                && !Thread.currentThread().isInterrupted()
                && (!broken.mayHaveArrived() || repeatable(call, request));
        Duration wait = again ? backoff(attempt) : null;
        return wait != null && call.deadline().allows(wait) ? wait : null;
    }

    /** The pause before the next attempt, or null when the response stands. */
    @Nullable Duration after(UnusableResponseException unusable, Call call, WireRequest request, int attempt) {
        if (attempt >= settings.maxAttempts() || !unusable.isTransient() || !request.reads()) {
            return null;
        }
        Duration wait = backoff(attempt);
        return call.deadline().allows(wait) ? wait : null;
    }

    /** The pause before a workflow repeats its own write, or null if there is no next attempt. */
    @Nullable Duration beforeRepeat(Deadline deadline, int attempt) {
        Duration wait = attempt < settings.maxAttempts() ? backoff(attempt) : null;
        return wait != null && deadline.allows(wait) ? wait : null;
    }

    private static boolean repeatable(Call call, WireRequest request) {
        return request.idempotent() || call.operation() == Operation.REQUEST_TOKEN;
    }

    /** Full jitter: anything between nothing and the doubled and capped base. */
    private Duration backoff(int attempt) {
        long cap = settings.backoffCap().toMillis();
        long base = settings.backoffBase().toMillis();
        int doublings = attempt - 1;
        long bound = doublings >= Long.numberOfLeadingZeros(Math.max(1, base)) - 1 ? cap : base << doublings;
        return Duration.ofMillis((long) (Math.min(bound, cap) * timing.random()));
    }
}
