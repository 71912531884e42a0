package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.event.RequestOutcome;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports one request to the log and the listeners. All get the same fields and no values: operation, tier, status, attempt,
 * duration, outcome, error type, trace id. Not thread-safe.
 */
final class RequestTelemetry {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private final RequestListeners listeners;
    private final Timing timing;
    private final Operation operation;
    private final long start;
    private long attemptStart;
    private int attempt;
    private boolean attemptOpen;
    private int status;
    private @Nullable RequestOutcome outcome;
    private @Nullable String errorType;

    /** Reports the start of a request. */
    RequestTelemetry(RequestListeners listeners, Timing timing, Operation operation) {
        this.listeners = listeners;
        this.timing = timing;
        this.operation = operation;
        this.start = timing.nanoTime();
        this.attemptStart = start;
        notify(RequestListener::requestStarted, Duration.ZERO);
    }

    void attemptStarted(int number) {
        attempt = number;
        attemptOpen = true;
        attemptStart = timing.nanoTime();
        status = 0;
        outcome = null;
        errorType = null;
    }

    void attemptSucceeded(int responseStatus) {
        attemptFinished(responseStatus, null, null);
    }

    /** Reports a failed attempt. The status is 0 if no response arrived. */
    void attemptFailed(int responseStatus, @Nullable String traceId, Throwable failure) {
        attemptFinished(responseStatus, traceId, failure);
    }

    private void attemptFinished(int responseStatus, @Nullable String traceId, @Nullable Throwable failure) {
        attemptOpen = false;
        status = responseStatus;
        setOutcome(failure);
        Duration duration = since(attemptStart);
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} attempt {}: {}{} in {} ms{}",
                    operation.id(),
                    attempt,
                    status == 0 ? "no response" : status,
                    errorType == null ? "" : " " + errorType,
                    duration.toMillis(),
                    traceId == null ? "" : " (trace " + traceId + ")");
        }
        notify(RequestListener::attemptFinished, duration);
    }

    void throttled(int beforeAttempt, Duration wait) {
        LOG.debug("{} waits {} ms for its rate tier", operation.id(), wait.toMillis());
        if (!listeners.isEmpty()) {
            RequestEvent event = RequestEvent.builder(
                            operation.id(), operation.tier().number())
                    .attempt(beforeAttempt)
                    .duration(wait)
                    .build();
            listeners.notify(listener -> listener.throttled(event));
        }
    }

    void retried() {
        notify(RequestListener::retried, since(start));
    }

    void succeeded() {
        setOutcome(null);
        notify(RequestListener::requestFinished, since(start));
    }

    /** Reports the failure of the request, and of its attempt if that ended with an unexpected exception. */
    void failed(Throwable failure) {
        if (attemptOpen) {
            attemptFailed(0, null, failure);
        }
        setOutcome(failure);
        notify(RequestListener::requestFinished, since(start));
    }

    private void setOutcome(@Nullable Throwable failure) {
        boolean unknown = failure instanceof QlikException known && known.outcomeUnknown();
        outcome = failure == null ? RequestOutcome.SUCCESS : unknown ? RequestOutcome.UNKNOWN : RequestOutcome.FAILURE;
        errorType = failure == null ? null : failure.getClass().getSimpleName();
    }

    private void notify(BiConsumer<RequestListener, RequestEvent> method, Duration duration) {
        if (listeners.isEmpty()) {
            return;
        }
        RequestEvent event = RequestEvent.builder(
                        operation.id(), operation.tier().number())
                .attempt(attempt)
                .status(status)
                .duration(duration)
                .outcome(outcome)
                .errorType(errorType)
                .build();
        listeners.notify(listener -> method.accept(listener, event));
    }

    private Duration since(long then) {
        return Duration.ofNanos(timing.nanoTime() - then);
    }
}
