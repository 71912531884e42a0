package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.QlikListener;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the tenant, again where {@link RetryPolicy} allows it. A tier that the tenant has closed is waited for by
 * all threads; a token that it refuses is replaced once. Thread-safe.
 */
public final class Transport implements AutoCloseable {

    private final Tenant tenant;
    private final TransportSettings settings;
    private final Timing timing;
    private final @Nullable QlikListener listener;
    private final TierGate gate;
    private final RetryPolicy retries;
    private final Exchange exchange;
    private final Pace pace;
    private final @Nullable BearerTokens tokens;
    private final boolean paced;

    /** A transport with a connection pool of its own that sends no token; close it to free the pool. */
    public Transport(
            Tenant tenant,
            TransportSettings settings,
            Network network,
            Timing timing,
            @Nullable QlikListener listener) {
        this.tenant = tenant;
        this.settings = settings;
        this.timing = timing;
        this.listener = listener;
        this.gate = new TierGate(settings, timing);
        this.retries = new RetryPolicy(settings, timing);
        this.exchange = new Exchange(tenant, settings, network, timing);
        this.pace = new Pace(settings, timing);
        this.tokens = null;
        this.paced = false;
    }

    private Transport(Transport same, @Nullable BearerTokens tokens, boolean paced) {
        this.tenant = same.tenant;
        this.settings = same.settings;
        this.timing = same.timing;
        this.listener = same.listener;
        this.gate = same.gate;
        this.retries = same.retries;
        this.exchange = same.exchange;
        this.pace = same.pace;
        this.tokens = tokens;
        this.paced = paced;
    }

    /** The same transport, over the same pool and the same rate limits, that sends a bearer token with every request. */
    public Transport bearing(BearerTokens bearer) {
        return new Transport(this, bearer, paced);
    }

    /** The same transport, which lets every attempt wait for its turn: for long runs of requests. */
    public Transport paced() {
        return new Transport(this, tokens, true);
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
        try (CallJournal journal = new CallJournal(listener, timing, call.operation())) {
            return send(call, request, reader, journal);
        }
    }

    private <T> @Nullable T send(
            Call call, WireRequest request, @Nullable AnswerReader<T> reader, CallJournal journal) {
        boolean renewed = false;
        boolean perhapsDone = false;
        for (int attempt = 1; ; attempt++) {
            if (paced) {
                pace.acquire(call.operation().tier(), call.deadline());
            }
            waitForTier(call, attempt, journal);
            Secret bearer = tokens == null ? null : tokens.current(call.deadline());
            Call shown = bearer == null ? call : call.hiding(bearer);
            Duration pause;
            journal.attempt(attempt);
            try {
                Answer<T> answer = exchange.send(shown, request, bearer, reader);
                Refused refused = answer.refused();
                journal.answered(answer.status(), refused == null ? null : refused.traceId());
                if (refused == null) {
                    return answer.value();
                }
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
                    pause = Duration.ZERO;
                } else {
                    pause = retries.after(refused, call, request, attempt);
                }
                if (pause == null) {
                    throw RefusalExceptions.of(shown, refused, attempt);
                }
            } catch (BrokenExchange broken) {
                journal.broke();
                perhapsDone |= broken.mayHaveArrived();
                pause = retries.after(broken, call, request, attempt);
                if (pause == null) {
                    throw failure(call, request, broken);
                }
            }
            journal.again();
            sleep(call, pause);
        }
    }

    private boolean replaced(Refused refused, @Nullable Secret bearer) {
        return refused.status() == 401 && bearer != null && tokens != null && tokens.replace(bearer);
    }

    private void waitForTier(Call call, int attempt, CallJournal journal) {
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
                throw RefusalExceptions.of(call, new Refused(429, wait), attempt - 1);
            }
            journal.throttled(attempt, wait);
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
                call.failed(broken.explain(tenant, call) + "." + outcome(unknown)), unknown, broken.failure());
    }

    private static TransportException interrupted(Call call, boolean unknown) {
        return new TransportException(call.failed("the thread was interrupted." + outcome(unknown)), unknown, null);
    }

    private static String outcome(boolean unknown) {
        return unknown ? " The request may have been carried out: look before you repeat it." : "";
    }

    @Override
    public void close() {
        exchange.close();
    }
}
