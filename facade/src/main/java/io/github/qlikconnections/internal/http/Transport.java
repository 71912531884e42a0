package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to the tenant and decides what may be sent again. Thread-safe.
 *
 * <p>A connect failure and a 429 are repeated for every method, since nothing was done; a 5xx and a broken answer only for
 * idempotent methods. A tier that the tenant has closed is waited for by all threads.
 */
public final class Transport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    private final Tenant tenant;
    private final TransportSettings settings;
    private final Timing timing;
    private final Supplier<Secret> token;
    private final TierGate gate;
    private final Exchange exchange;

    /** A transport with a connection pool of its own; close it to free the pool. */
    public Transport(
            Tenant tenant, TransportSettings settings, Timing timing, Supplier<Secret> token, String userAgent) {
        this.tenant = tenant;
        this.settings = settings;
        this.timing = timing;
        this.token = token;
        this.gate = new TierGate(timing);
        this.exchange = new Exchange(tenant, settings, timing, userAgent);
    }

    /** A deadline for an operation that begins now. */
    public Deadline deadline() {
        return Deadline.in(settings.operationTimeout(), timing);
    }

    /**
     * Sends a request, again if that is safe and useful, and reads the success.
     *
     * @param reader reads the body, or null when the API documents none
     * @return what the reader made of the body; null without a reader
     */
    public <T> @Nullable T send(Call call, WireRequest request, @Nullable AnswerReader<T> reader) {
        for (int attempt = 1; ; attempt++) {
            waitForTier(call, attempt);
            Secret bearer = token.get();
            Call shown = new Call(
                    call.operation(),
                    call.subject(),
                    call.deadline(),
                    call.redactor().and(bearer));
            long start = timing.nanoTime();
            try {
                Answer<T> answer = exchange.send(shown, request, bearer, reader);
                if (answer instanceof Answer.Success<T> success) {
                    log(call, attempt, "success", start);
                    return success.value();
                }
                Answer.Refused<T> refused = (Answer.Refused<T>) answer;
                log(call, attempt, String.valueOf(refused.status()), start);
                if (!again(call, request, refused, attempt)) {
                    throw RefusalExceptions.of(shown, refused, attempt);
                }
            } catch (BrokenExchange broken) {
                log(call, attempt, "no answer", start);
                if (!again(call, request, broken, attempt)) {
                    throw failure(call, request, broken);
                }
            }
        }
    }

    private boolean again(Call call, WireRequest request, Answer.Refused<?> refused, int attempt) {
        if (refused.status() == 429) {
            Duration wait = refused.retryAfter() == null ? Duration.ofSeconds(1) : refused.retryAfter();
            gate.close(call.operation().tier(), wait);
            return attempt < settings.maxAttempts()
                    && wait.compareTo(settings.retryAfterCap()) <= 0
                    && call.deadline().allows(wait);
        }
        if (refused.status() < 500 || !request.idempotent() || attempt >= settings.maxAttempts()) {
            return false;
        }
        Duration wait = refused.retryAfter() == null ? backoff(attempt) : refused.retryAfter();
        return wait.compareTo(settings.retryAfterCap()) <= 0 && pause(call, wait);
    }

    private boolean again(Call call, WireRequest request, BrokenExchange broken, int attempt) {
        return broken.passing()
                && !broken.deadlinePassed()
                && !Thread.currentThread().isInterrupted()
                && (request.idempotent() || !broken.mayHaveArrived())
                && attempt < settings.maxAttempts()
                && pause(call, backoff(attempt));
    }

    /** Full jitter: anything between nothing and the doubled and capped base. */
    private Duration backoff(int attempt) {
        long bound = settings.backoffBase().toMillis() << Math.min(attempt - 1, 20);
        long capped = Math.min(bound, settings.backoffCap().toMillis());
        return Duration.ofMillis((long) (capped * timing.random()));
    }

    private boolean pause(Call call, Duration wait) {
        if (!call.deadline().allows(wait)) {
            return false;
        }
        sleep(call, wait);
        return true;
    }

    private void waitForTier(Call call, int attempt) {
        Duration closed = gate.closedFor(call.operation().tier());
        while (!closed.isZero()) {
            if (!call.deadline().allows(closed) || closed.compareTo(settings.retryAfterCap()) > 0) {
                throw RefusalExceptions.of(call, new Answer.Refused<>(429, List.of(), null, closed), attempt - 1);
            }
            sleep(call, closed);
            closed = gate.closedFor(call.operation().tier());
        }
    }

    private void sleep(Call call, Duration time) {
        try {
            timing.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, false);
        }
    }

    private TransportException failure(Call call, WireRequest request, BrokenExchange broken) {
        boolean unknown = broken.mayHaveArrived() && !request.method().equals("GET");
        if (Thread.currentThread().isInterrupted() && !broken.deadlinePassed()) {
            return interrupted(call, unknown);
        }
        return new TransportException(
                "Could not " + call.describe() + ": " + broken.explain(tenant, call) + "." + outcome(unknown),
                unknown,
                broken.failure());
    }

    private static TransportException interrupted(Call call, boolean unknown) {
        return new TransportException(
                "Could not " + call.describe() + ": the thread was interrupted." + outcome(unknown), unknown, null);
    }

    private static String outcome(boolean unknown) {
        return unknown ? " The request may have been carried out: look before you repeat it." : "";
    }

    private void log(Call call, int attempt, String status, long start) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} attempt {}: {} in {} ms",
                    call.operation().id(),
                    attempt,
                    status,
                    (timing.nanoTime() - start) / 1_000_000);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
