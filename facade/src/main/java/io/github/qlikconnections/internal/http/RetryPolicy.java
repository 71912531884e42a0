package io.github.qlikconnections.internal.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether a request may be sent again, and after which pause. A connect failure and a 429 are repeated for every
 * method, since nothing was done; a 5xx and a broken answer only where a repeat does no harm. Thread-safe.
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
    Duration closure(Answer.Refused<?> refused) {
        return refused.retryAfter() == null ? UNSTATED : refused.retryAfter();
    }

    /** Whether a closed tier is worth waiting for. */
    boolean waitsFor(Duration closed, Call call) {
        return closed.compareTo(settings.retryAfterCap()) <= 0
                && call.deadline().allows(closed);
    }

    /** The pause before the next attempt, or empty when the refusal stands. After a 429 the gate of the tier is the pause. */
    Optional<Duration> after(Answer.Refused<?> refused, Call call, WireRequest request, int attempt) {
        if (attempt >= settings.maxAttempts()) {
            return Optional.empty();
        }
        if (refused.status() == 429) {
            return Optional.of(Duration.ZERO).filter(none -> waitsFor(closure(refused), call));
        }
        if (refused.status() < 500 || !repeatable(call, request)) {
            return Optional.empty();
        }
        Duration wait = refused.retryAfter() == null ? backoff(attempt) : refused.retryAfter();
        return Optional.of(wait).filter(pause -> waitsFor(pause, call));
    }

    /** The pause before the next attempt, or empty when the failure stands. */
    Optional<Duration> after(BrokenExchange broken, Call call, WireRequest request, int attempt) {
        boolean again = attempt < settings.maxAttempts()
                && broken.passing()
                && !broken.deadlinePassed()
                && !Thread.currentThread().isInterrupted()
                && (!broken.mayHaveArrived() || repeatable(call, request));
        return again ? Optional.of(backoff(attempt)).filter(call.deadline()::allows) : Optional.empty();
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
