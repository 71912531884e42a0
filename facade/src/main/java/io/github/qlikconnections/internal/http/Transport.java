package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.event.RequestListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the tenant and retries them as {@link RetryPolicy} allows. All threads wait for a rate tier that the tenant
 * has closed. A rejected token is replaced once. This class is thread-safe.
 */
public final class Transport implements AutoCloseable, Backoff {

    private final Tenant tenant;
    private final TransportSettings settings;
    private final NetworkSettings network;
    private final Timing timing;
    private final RequestListeners listeners;
    private final RetryPolicy retries;
    private final Exchange exchange;
    private final Throttle throttle;
    private final @Nullable BearerTokens tokens;

    /** Creates a transport with its own connection pool that sends no token. Closing it closes the pool. */
    public Transport(
            Tenant tenant,
            TransportSettings settings,
            NetworkSettings network,
            Timing timing,
            List<RequestListener> listeners) {
        this.tenant = tenant;
        this.settings = settings;
        this.network = network;
        this.timing = timing;
        this.listeners = new RequestListeners(listeners);
        this.retries = new RetryPolicy(settings, timing);
        this.exchange = new Exchange(tenant, settings, network, timing, new DeprecationReporter(this.listeners));
        this.throttle = new Throttle(new LocalRateLimiter(settings, timing), retries, timing);
        this.tokens = null;
    }

    private Transport(Transport same, BearerTokens tokens) {
        this.tenant = same.tenant;
        this.settings = same.settings;
        this.network = same.network;
        this.timing = same.timing;
        this.listeners = same.listeners;
        this.retries = same.retries;
        this.exchange = same.exchange;
        this.throttle = same.throttle;
        this.tokens = tokens;
    }

    /** Returns a transport over the same pool and rate limits that sends a bearer token with every request. */
    public Transport withBearerTokens(BearerTokens bearer) {
        return new Transport(this, bearer);
    }

    /** Returns the deadline of an operation that starts now. */
    public Deadline deadline() {
        return Deadline.in(settings.operationTimeout(), timing);
    }

    /** Returns the number of pooled connections in use. */
    public int leased() {
        return exchange.leased();
    }

    /**
     * Sends a request, retries it if that is safe, and reads the body of the success.
     *
     * @param reader reads the body, or null if the API documents none; then a success without a body or with JSON is accepted
     * @return the result of the reader, or null without a reader
     * @throws IllegalStateException if the transport is closed
     */
    public <T> @Nullable T send(Call call, WireRequest request, @Nullable ResponseReader<T> reader) {
        if (exchange.isClosed()) {
            throw closed();
        }
        RequestTelemetry journal = new RequestTelemetry(listeners, timing, call.operation());
        try {
            T value = send(call, request, reader, journal);
            journal.succeeded();
            return value;
        } catch (RuntimeException | Error e) {
            journal.failed(e);
            throw e;
        }
    }

    private <T> @Nullable T send(
            Call call, WireRequest request, @Nullable ResponseReader<T> reader, RequestTelemetry journal) {
        boolean renewed = false;
        boolean perhapsDone = false;
        for (int attempt = 1; ; attempt++) {
            Secret bearer = admit(call, request, attempt, perhapsDone, journal);
            Call shown = bearer == null ? call : call.hiding(bearer);
            QlikException failure;
            Duration pause;
            journal.attemptStarted(attempt);
            try {
                AttemptResult<T> result = exchange.send(shown, request, bearer, reader);
                if (result instanceof AttemptResult.Success<T> success) {
                    journal.attemptSucceeded(success.status());
                    return success.value();
                }
                ErrorResponse refused = ((AttemptResult.Rejection<T>) result).response();
                if (refused.status() == 404 && perhapsDone && request.deletes()) {
                    // The connection is gone as requested, most likely by the attempt whose response was lost.
                    journal.attemptSucceeded(refused.status());
                    return null;
                }
                perhapsDone |= refused.leavesOutcomeOpen() && request.changesSomething(call.operation());
                failure = ResponseExceptionFactory.of(shown, request, refused, attempt, perhapsDone);
                journal.attemptFailed(refused.status(), refused.traceId(), failure);
                if (refused.status() == 429) {
                    throttle.rejected(call, refused);
                }
                if (!renewed && replaced(refused, bearer)) {
                    renewed = true;
                    pause = Duration.ZERO;
                } else {
                    pause = retries.after(refused, call, request, attempt);
                }
            } catch (UnusableResponseException unusable) {
                perhapsDone |= request.changesSomething(call.operation());
                failure = unusable(shown, unusable, attempt, perhapsDone);
                journal.attemptFailed(unusable.status(), null, failure);
                pause = retries.after(unusable, call, request, attempt);
            } catch (AttemptFailedException broken) {
                perhapsDone |= broken.mayHaveArrived() && request.changesSomething(call.operation());
                failure = broken(call, broken, perhapsDone);
                journal.attemptFailed(0, null, failure);
                pause = exchange.isClosed() ? null : retries.after(broken, call, request, attempt);
            }
            if (pause == null) {
                throw failure;
            }
            journal.retried();
            sleep(call, pause, perhapsDone);
        }
    }

    /** Waits until the attempt may be sent, and returns the token to send with it. */
    private @Nullable Secret admit(
            Call call, WireRequest request, int attempt, boolean perhapsDone, RequestTelemetry journal) {
        if (exchange.isClosed() && !perhapsDone) {
            throw closed();
        }
        try {
            awaitRateLimit(call, request, attempt, journal);
            return tokens == null ? null : tokens.current(call.deadline());
        } catch (QlikException e) {
            if (!perhapsDone) {
                throw e;
            }
            throw new TransportException(
                    call.failureMessage("an attempt failed and it could not be repeated. "
                            + FailureAdvice.afterUnknownOutcome(call.operation())),
                    true,
                    e);
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("This client is closed.");
    }

    private boolean replaced(ErrorResponse refused, @Nullable Secret bearer) {
        return refused.status() == 401 && bearer != null && tokens != null && tokens.replace(bearer);
    }

    private void awaitRateLimit(Call call, WireRequest request, int attempt, RequestTelemetry journal) {
        try {
            throttle.await(call, request, attempt, journal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, false);
        }
    }

    @Override
    public boolean pause(Deadline deadline, int attempt) {
        Duration wait = retries.beforeRepeat(deadline, attempt);
        if (wait == null) {
            return false;
        }
        try {
            timing.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sleep(Call call, Duration time, boolean perhapsDone) {
        if (time.isZero()) {
            return;
        }
        try {
            timing.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, perhapsDone);
        }
    }

    private UnexpectedResponseException unusable(
            Call call, UnusableResponseException unusable, int attempt, boolean perhapsDone) {
        String advice = perhapsDone
                ? FailureAdvice.afterUnknownOutcome(call.operation())
                : "Check that " + tenant
                        + " is the address of a Qlik Cloud tenant and that no proxy responds in its place.";
        return new UnexpectedResponseException(
                call.failureMessage("the response (status " + unusable.status() + ") " + unusable.problem()
                        + (attempt > 1 ? " after " + attempt + " attempts" : "") + ". " + advice),
                unusable.status(),
                perhapsDone);
    }

    private TransportException broken(Call call, AttemptFailedException broken, boolean perhapsDone) {
        if (Thread.currentThread().isInterrupted() && !broken.deadlinePassed()) {
            return interrupted(call, perhapsDone);
        }
        if (exchange.isClosed()) {
            return ended(call, "this client was closed.", perhapsDone);
        }
        String proxy = network.proxy().describeFor(tenant);
        String advice = perhapsDone ? FailureAdvice.afterUnknownOutcome(call.operation()) : broken.advice(proxy);
        return new TransportException(
                call.failureMessage(broken.explain(tenant, proxy, call) + ". " + advice),
                perhapsDone,
                broken.failure());
    }

    private static TransportException interrupted(Call call, boolean perhapsDone) {
        return ended(call, "the thread was interrupted.", perhapsDone);
    }

    private static TransportException ended(Call call, String why, boolean perhapsDone) {
        String advice = perhapsDone ? " " + FailureAdvice.afterUnknownOutcome(call.operation()) : "";
        return new TransportException(call.failureMessage(why + advice), perhapsDone, null);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
