package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.QlikListener;
import io.github.qlikconnections.event.RequestEvent;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the listener how a request goes. Both get the same few fields and never a value: operation, tier, status,
 * attempt, duration, trace id. Thread-safe.
 */
final class CallJournal {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private final @Nullable QlikListener listener;
    private final Timing timing;

    CallJournal(@Nullable QlikListener listener, Timing timing) {
        this.listener = listener;
        this.timing = timing;
    }

    /** Begins the entry of a request. */
    Entry open(Call call) {
        return new Entry(call.operation());
    }

    /** One request from its start to its end. For the thread that sends it. */
    final class Entry implements AutoCloseable {

        private final Operation operation;
        private final long start = timing.nanoTime();
        private long attemptStart = start;
        private int attempt;
        private int status;

        private Entry(Operation operation) {
            this.operation = operation;
            if (listener != null) {
                tell(QlikListener::requestStarted, event(Duration.ZERO));
            }
        }

        void attempt(int number) {
            attempt = number;
            attemptStart = timing.nanoTime();
        }

        void answered(int answerStatus, @Nullable String traceId) {
            status = answerStatus;
            finishAttempt(traceId);
        }

        void broke() {
            status = 0;
            finishAttempt(null);
        }

        private void finishAttempt(@Nullable String traceId) {
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
            tell(
                    QlikListener::throttled,
                    RequestEvent.of(operation.id(), operation.tier().number(), beforeAttempt, 0, wait));
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
            return RequestEvent.of(operation.id(), operation.tier().number(), attempt, status, duration);
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
}
