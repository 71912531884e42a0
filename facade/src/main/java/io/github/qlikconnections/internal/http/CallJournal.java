package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.QlikListener;
import io.github.qlikconnections.event.RequestEvent;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the listener how one request goes from its start to its end. Both get the same few fields and never a value:
 * operation, tier, status, attempt, duration, trace id. For the thread that sends the request.
 */
final class CallJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private final @Nullable QlikListener listener;
    private final Timing timing;
    private final Operation operation;
    private final long start;
    private long attemptStart;
    private int attempt;
    private int status;

    /** Begins with the start of a request. */
    CallJournal(@Nullable QlikListener listener, Timing timing, Operation operation) {
        this.listener = listener;
        this.timing = timing;
        this.operation = operation;
        this.start = timing.nanoTime();
        this.attemptStart = start;
        if (listener != null) {
            tell(QlikListener::requestStarted, event(Duration.ZERO));
        }
    }

    void attempt(int number) {
        attempt = number;
        attemptStart = timing.nanoTime();
    }

    void broke() {
        answered(0, null);
    }

    void answered(int answerStatus, @Nullable String traceId) {
        status = answerStatus;
        boolean logged = LOG.isDebugEnabled();
        if (!logged && listener == null) {
            return;
        }
        Duration duration = since(attemptStart);
        if (logged) {
            LOG.debug(
                    "{} attempt {}: {} in {} ms{}",
                    operation.id(),
                    attempt,
                    status == 0 ? "no answer" : status,
                    duration.toMillis(),
                    traceId == null ? "" : " (trace " + traceId + ")");
        }
        tell(QlikListener::attemptFinished, event(duration));
    }

    void throttled(int beforeAttempt, Duration wait) {
        LOG.debug("{} waits {} ms for its rate tier", operation.id(), wait.toMillis());
        tell(QlikListener::throttled, event(beforeAttempt, 0, wait));
    }

    void again() {
        tell(QlikListener::retried, event(since(start)));
    }

    @Override
    public void close() {
        if (listener != null) {
            tell(QlikListener::requestFinished, event(since(start)));
        }
    }

    private RequestEvent event(Duration duration) {
        return event(attempt, status, duration);
    }

    private RequestEvent event(int ofAttempt, int ofStatus, Duration duration) {
        return RequestEvent.of(operation.id(), operation.tier().number(), ofAttempt, ofStatus, duration);
    }

    private Duration since(long then) {
        return Duration.ofNanos(timing.nanoTime() - then);
    }

    /**
     * A listener that throws breaks no call, nor does one that lacks a class or was not written in Java. Its message is not
     * logged: nobody knows what it holds.
     */
    private void tell(BiConsumer<QlikListener, RequestEvent> what, RequestEvent event) {
        if (listener == null) {
            return;
        }
        try {
            what.accept(listener, event);
        } catch (Exception | LinkageError e) {
            LOG.warn("The listener failed with {}", e.getClass().getName());
        }
    }
}
