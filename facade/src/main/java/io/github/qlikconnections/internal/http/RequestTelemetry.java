package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.event.RequestOutcome;
import io.github.qlikconnections.event.WaitReason;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports one request to the log and the listeners, on the thread that sends it. Neither gets a value that was sent or received.
 * Not thread-safe.
 */
final class RequestTelemetry {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private final RequestListeners listeners;
    private final Timing timing;
    private final Call call;
    private final WireRequest request;
    private final String requestId = EventIds.next();
    private final long start;
    private long attemptStart;
    private int attempt;
    private boolean attemptOpen;
    private int status;
    private @Nullable RequestOutcome outcome;
    private @Nullable String errorType;

    /** Reports the start of a request. */
    RequestTelemetry(RequestListeners listeners, Timing timing, Call call, WireRequest request) {
        this.listeners = listeners;
        this.timing = timing;
        this.call = call;
        this.request = request;
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
                    call.operation().id(),
                    attempt,
                    status == 0 ? "no response" : status,
                    errorType == null ? "" : " " + errorType,
                    duration.toMillis(),
                    traceId == null ? "" : " (trace " + traceId + ")");
        }
        notify(RequestListener::attemptFinished, duration);
    }

    /** Reports that the request waits because of a 429. */
    void throttled(Duration wait) {
        LOG.debug("{} waits {} ms for its rate tier", call.operation().id(), wait.toMillis());
        notify(RequestListener::throttled, () -> beforeAttempt(wait));
    }

    /** Waits before the next attempt, unless the time is zero, and reports the begin and the end of the wait. */
    void sleep(WaitReason reason, Duration time) throws InterruptedException {
        if (time.isZero()) {
            return;
        }
        notify(RequestListener::waitStarted, () -> beforeAttempt(time).waitReason(reason));
        long waitStart = timing.nanoTime();
        try {
            timing.sleep(time);
        } finally {
            notify(
                    RequestListener::waitFinished,
                    () -> beforeAttempt(since(waitStart)).waitReason(reason));
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

    private void notify(EventMethod method, Duration duration) {
        notify(
                method,
                () -> event().attempt(attempt)
                        .status(status)
                        .duration(duration)
                        .outcome(outcome)
                        .errorType(errorType));
    }

    /** Creates an event only if there is a listener. */
    private void notify(EventMethod method, Supplier<RequestEvent.Builder> builder) {
        if (!listeners.isEmpty()) {
            RequestEvent event = builder.get().build();
            listeners.notify(listener -> method.call(listener, event));
        }
    }

    private RequestEvent.Builder beforeAttempt(Duration duration) {
        return event().attempt(attempt + 1).duration(duration);
    }

    private RequestEvent.Builder event() {
        return RequestEvent.builder(
                        call.operation().id(), call.operation().tier().number())
                .requestId(requestId)
                .method(request.method())
                .uriTemplate(request.uriTemplate())
                .run(call.run());
    }

    private Duration since(long then) {
        return Duration.ofNanos(timing.nanoTime() - then);
    }

    /** A method of a listener that receives an event of a request. */
    @FunctionalInterface
    private interface EventMethod {

        void call(RequestListener listener, RequestEvent event);
    }
}
