package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.event.WaitReason;
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
        this.throttle = new Throttle(tenant, settings.rates(), this.listeners, retries, timing);
        this.tokens = null;
    }

    private Transport(Transport other, TransportSettings settings, @Nullable BearerTokens tokens) {
        this.tenant = other.tenant;
        this.settings = settings;
        this.network = other.network;
        this.timing = other.timing;
        this.listeners = other.listeners;
        this.retries = new RetryPolicy(settings, timing);
        this.exchange = other.exchange;
        this.throttle = other.throttle.withRetries(retries);
        this.tokens = tokens;
    }

    /** Returns a transport over the same pool and rate limits that sends a bearer token with every request. */
    public Transport withBearerTokens(BearerTokens bearer) {
        return new Transport(this, settings, bearer);
    }

    /** Returns a transport over the same pool, rate limits and tokens with other limits of a whole operation. */
    public Transport withLimits(Duration operationTimeout, int maxAttempts) {
        return new Transport(this, settings.withLimits(operationTimeout, maxAttempts), tokens);
    }

    /** Returns the limit of a whole operation. */
    public Duration operationTimeout() {
        return settings.operationTimeout();
    }

    /** Returns the largest number of attempts of one request. */
    public int maxAttempts() {
        return settings.maxAttempts();
    }

    /** Returns the tenant that receives the requests. */
    public Tenant tenant() {
        return tenant;
    }

    /** Returns the deadline of an operation that starts now. */
    public Deadline deadline() {
        return Deadline.in(settings.operationTimeout(), timing);
    }

    /** Returns the listeners of the client. */
    public RequestListeners listeners() {
        return listeners;
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
     * @throws IllegalStateException if the operation started after the transport was closed and is no bulk run
     * @throws TransportException if the transport is closed and the operation started before, or is a bulk run
     */
    public <T> @Nullable T send(Call call, WireRequest request, @Nullable ResponseReader<T> reader) {
        if (exchange.isClosed()) {
            throw closed(call);
        }
        RequestTelemetry telemetry = new RequestTelemetry(listeners, timing, call, request);
        try {
            T value = send(call, request, reader, telemetry);
            telemetry.succeeded();
            return value;
        } catch (Throwable e) {
            // A token supplier in another JVM language can throw checked exceptions, and each request must end once.
            telemetry.failed(e);
            throw e;
        }
    }

    private <T> @Nullable T send(
            Call call, WireRequest request, @Nullable ResponseReader<T> reader, RequestTelemetry telemetry) {
        boolean tokenReplaced = false;
        boolean outcomeUnknown = false;
        for (int attempt = 1; ; attempt++) {
            Secret bearer = awaitAdmission(call, attempt, outcomeUnknown, telemetry);
            Call redactedCall = bearer == null ? call : call.hiding(bearer);
            QlikException failure;
            Duration delay;
            telemetry.attemptStarted(attempt);
            try {
                AttemptResult<T> result = exchange.send(redactedCall, request, bearer, reader);
                if (result instanceof AttemptResult.Success<T> success) {
                    telemetry.attemptSucceeded(success.status());
                    return success.value();
                }
                ErrorResponse errorResponse = ((AttemptResult.Rejection<T>) result).response();
                if (errorResponse.status() == 404 && outcomeUnknown && request.isDeletion()) {
                    // The connection is gone as requested, most likely by the attempt whose response was lost.
                    telemetry.attemptSucceeded(errorResponse.status());
                    return null;
                }
                outcomeUnknown |= errorResponse.leavesOutcomeOpen() && request.changesState(call.operation());
                failure = ResponseExceptionFactory.of(redactedCall, request, errorResponse, attempt, outcomeUnknown);
                telemetry.attemptFailed(errorResponse.status(), errorResponse.traceId(), failure);
                if (errorResponse.status() == 429) {
                    throttle.rejected(call, errorResponse);
                }
                if (!tokenReplaced && replaceToken(errorResponse, bearer)) {
                    tokenReplaced = true;
                    delay = Duration.ZERO;
                } else {
                    delay = retries.delayAfter(errorResponse, call, request, attempt);
                }
            } catch (UnusableResponseException e) {
                outcomeUnknown |= request.changesState(call.operation());
                failure = unusableResponse(redactedCall, e, attempt, outcomeUnknown);
                telemetry.attemptFailed(e.status(), null, failure);
                delay = retries.delayAfter(e, call, request, attempt);
            } catch (AttemptFailedException e) {
                outcomeUnknown |= e.mayHaveArrived() && request.changesState(call.operation());
                failure = attemptFailed(call, e, outcomeUnknown);
                telemetry.attemptFailed(0, null, failure);
                delay = exchange.isClosed() ? null : retries.delayAfter(e, call, request, attempt);
            }
            if (delay == null) {
                throw failure;
            }
            telemetry.retried();
            sleep(call, delay, outcomeUnknown, telemetry);
        }
    }

    /** Waits until the attempt may be sent, and returns the token to send with it. */
    private @Nullable Secret awaitAdmission(
            Call call, int attempt, boolean outcomeUnknown, RequestTelemetry telemetry) {
        if (exchange.isClosed() && !outcomeUnknown) {
            throw closed(call);
        }
        try {
            awaitRateLimit(call, attempt, telemetry);
            return tokens == null ? null : tokens.current(call.deadline());
        } catch (Exception e) {
            // A token supplier may throw any exception, and in another JVM language even a checked one.
            if (outcomeUnknown) {
                throw new TransportException(
                        call.failureMessage("an attempt failed and could not be repeated. "
                                + FailureAdvice.afterUnknownOutcome(call.operation())),
                        true,
                        e);
            }
            if (e instanceof QlikException) {
                throw e;
            }
            // Not thrown as it is: a workflow reports a write that it has sent when a later request of it fails.
            throw exchange.isClosed() ? closed(call) : withoutToken(call, e);
        }
    }

    /**
     * Returns the failure of a call on a closed client. It is a misuse of the client only if the operation started later: an earlier one
     * may have sent a write, and a bulk run has other items, so their workflows handle it like each other failure of a request.
     */
    private RuntimeException closed(Call call) {
        return exchange.isClosedBefore(call.deadline()) && !call.isBulkRun()
                ? new IllegalStateException("This client is closed.")
                : failed(call, "this client is closed.", false);
    }

    private static TransportException withoutToken(Call call, Exception failure) {
        return new TransportException(
                call.failureMessage("the supplier of access tokens threw "
                        + failure.getClass().getName() + "."),
                false,
                failure);
    }

    private boolean replaceToken(ErrorResponse errorResponse, @Nullable Secret bearer) {
        return errorResponse.status() == 401 && bearer != null && tokens != null && tokens.invalidate(bearer);
    }

    private void awaitRateLimit(Call call, int attempt, RequestTelemetry telemetry) {
        try {
            throttle.await(call, attempt, telemetry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, false);
        }
    }

    @Override
    public boolean pause(Deadline deadline, int attempt) {
        Duration wait = retries.delayBeforeRepeat(deadline, attempt);
        if (wait == null || exchange.isClosed()) {
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

    private static void sleep(Call call, Duration time, boolean outcomeUnknown, RequestTelemetry telemetry) {
        try {
            telemetry.sleep(WaitReason.RETRY_DELAY, time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, outcomeUnknown);
        }
    }

    private UnexpectedResponseException unusableResponse(
            Call call, UnusableResponseException unusable, int attempt, boolean outcomeUnknown) {
        String advice = outcomeUnknown
                ? FailureAdvice.afterUnknownOutcome(call.operation())
                : "Check that " + tenant
                        + " is the address of a Qlik Cloud tenant and that no proxy responds in its place.";
        return new UnexpectedResponseException(
                call.failureMessage(
                        "the response " + (unusable.status() == 0 ? "" : "(status " + unusable.status() + ") ")
                                + unusable.problem()
                                + (attempt > 1 ? " after " + attempt + " attempts" : "") + ". " + advice),
                unusable.status(),
                outcomeUnknown);
    }

    private TransportException attemptFailed(Call call, AttemptFailedException attempt, boolean outcomeUnknown) {
        if (exchange.isClosed()) {
            return failed(call, "this client was closed.", outcomeUnknown);
        }
        if (Thread.currentThread().isInterrupted() && !attempt.deadlinePassed()) {
            return interrupted(call, outcomeUnknown);
        }
        String proxy = network.proxy().describeFor(tenant);
        String advice = outcomeUnknown ? FailureAdvice.afterUnknownOutcome(call.operation()) : attempt.advice(proxy);
        return new TransportException(
                call.failureMessage(attempt.explain(tenant, proxy, call) + ". " + advice),
                outcomeUnknown,
                attempt.failure());
    }

    private static TransportException interrupted(Call call, boolean outcomeUnknown) {
        return failed(call, "the thread was interrupted.", outcomeUnknown);
    }

    private static TransportException failed(Call call, String reason, boolean outcomeUnknown) {
        String advice = outcomeUnknown ? " " + FailureAdvice.afterUnknownOutcome(call.operation()) : "";
        return new TransportException(call.failureMessage(reason + advice), outcomeUnknown, null);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
