package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.QlikListener;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the tenant, again where {@link RetryPolicy} allows it. A tier that the tenant has closed is waited for by
 * all threads; a token that it refuses is replaced once. Thread-safe.
 */
public final class Transport implements AutoCloseable {

    private final Tenant tenant;
    private final TransportSettings settings;
    private final Timing timing;
    private final TierGate gate;
    private final RetryPolicy retries;
    private final Exchange exchange;
    private final CallJournal journal;
    private final Pace pace;
    private final @Nullable BearerTokens tokens;
    private final boolean paced;

    private Transport(
            Tenant tenant,
            TransportSettings settings,
            Timing timing,
            TierGate gate,
            Exchange exchange,
            CallJournal journal,
            Pace pace,
            @Nullable BearerTokens tokens,
            boolean paced) {
        this.tenant = tenant;
        this.settings = settings;
        this.timing = timing;
        this.gate = gate;
        this.retries = new RetryPolicy(settings, timing);
        this.exchange = exchange;
        this.journal = journal;
        this.pace = pace;
        this.tokens = tokens;
        this.paced = paced;
    }

    /** A transport with a connection pool of its own that sends no token; close it to free the pool. */
    public static Transport open(
            Tenant tenant,
            TransportSettings settings,
            RateLimits limits,
            Network network,
            Timing timing,
            @Nullable QlikListener listener) {
        return new Transport(
                tenant,
                settings,
                timing,
                new TierGate(timing, limits),
                new Exchange(tenant, settings, network, timing),
                new CallJournal(listener, timing),
                new Pace(limits, timing),
                null,
                false);
    }

    /** The same transport, over the same pool and the same rate limits, that sends a bearer token with every request. */
    public Transport bearing(BearerTokens bearer) {
        return new Transport(tenant, settings, timing, gate, exchange, journal, pace, bearer, paced);
    }

    /** The same transport, which lets every attempt wait for its turn: for long runs of requests. */
    public Transport paced() {
        return new Transport(tenant, settings, timing, gate, exchange, journal, pace, tokens, true);
    }

    /** A deadline for an operation that begins now. */
    public Deadline deadline() {
        return Deadline.in(settings.operationTimeout(), timing);
    }

    /** What a long run of requests asks before each of them. */
    public Pace pace() {
        return pace;
    }

    /** How many pooled connections are in use. */
    public int leased() {
        return exchange.leased();
    }

    /**
     * Sends a request, again if that is safe and useful, and reads the success.
     *
     * @param reader reads the body, or null when the API documents none; then any success will do that has none or JSON
     * @return what the reader made of the body; null without a reader
     */
    public <T> @Nullable T send(Call call, WireRequest request, @Nullable AnswerReader<T> reader) {
        try (CallJournal.Entry entry = journal.open(call)) {
            return send(call, request, reader, entry);
        }
    }

    private <T> @Nullable T send(
            Call call, WireRequest request, @Nullable AnswerReader<T> reader, CallJournal.Entry entry) {
        boolean renewed = false;
        boolean perhapsDone = false;
        for (int attempt = 1; ; attempt++) {
            if (paced) {
                pace.acquire(call.operation().tier(), call.deadline());
            }
            waitForTier(call, attempt, entry);
            Secret bearer = tokens == null ? null : tokens.current(call.deadline());
            Call shown = bearer == null ? call : call.hiding(bearer);
            Optional<Duration> pause;
            entry.attempt(attempt);
            try {
                Answer<T> answer = exchange.send(shown, request, bearer, reader);
                if (answer instanceof Answer.Success<T> success) {
                    entry.answered(success.status(), null);
                    return success.value();
                }
                Answer.Refused<T> refused = (Answer.Refused<T>) answer;
                entry.answered(refused.status(), refused.traceId());
                if (refused.status() == 404 && perhapsDone && request.deletes()) {
                    // Gone, as was asked for, and most likely by the attempt whose answer was lost.
                    return null;
                }
                perhapsDone |= refused.status() >= 500;
                if (refused.status() == 429) {
                    gate.close(call.operation().tier(), retries.closure(refused));
                }
                if (!renewed && replaced(refused, bearer)) {
                    renewed = true;
                    pause = Optional.of(Duration.ZERO);
                } else {
                    pause = retries.after(refused, call, request, attempt);
                }
                if (pause.isEmpty()) {
                    throw RefusalExceptions.of(shown, refused, attempt);
                }
            } catch (BrokenExchange broken) {
                entry.broke();
                perhapsDone |= broken.mayHaveArrived();
                pause = retries.after(broken, call, request, attempt);
                if (pause.isEmpty()) {
                    throw failure(call, request, broken);
                }
            }
            entry.again();
            sleep(call, pause.get());
        }
    }

    private boolean replaced(Answer.Refused<?> refused, @Nullable Secret bearer) {
        return refused.status() == 401 && bearer != null && tokens != null && tokens.replace(bearer);
    }

    private void waitForTier(Call call, int attempt, CallJournal.Entry entry) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(call, false);
        }
        RateTier tier = call.operation().tier();
        do {
            Duration closed = gate.closedFor(tier);
            Duration wait = retries.waitsFor(closed, call)
                    ? gate.queue(tier, call.deadline().remaining())
                    : closed;
            if (wait.isZero()) {
                return;
            }
            if (!retries.waitsFor(closed, call) || !call.deadline().allows(wait)) {
                throw RefusalExceptions.of(call, new Answer.Refused<>(429, List.of(), null, wait), attempt - 1);
            }
            entry.throttled(attempt, wait);
            sleep(call, wait);
        } while (!gate.closedFor(tier).isZero());
    }

    private void sleep(Call call, Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            timing.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, false);
        }
    }

    private TransportException failure(Call call, WireRequest request, BrokenExchange broken) {
        boolean unknown = broken.mayHaveArrived() && request.changesSomething(call.operation());
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

    @Override
    public void close() {
        exchange.close();
    }
}
