package io.github.qlikconnections.internal.http;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request whose deadline has passed or whose thread was interrupted; a blocked read on a socket notices neither by
 * itself. One daemon thread per client, which goes away when nothing is in flight. Thread-safe.
 */
final class Watchdog implements AutoCloseable {

    private static final long TICK_MILLIS = 200;

    private final ScheduledThreadPoolExecutor executor;

    Watchdog() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "qlik-connections-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** Watches a request that the calling thread is about to send, until the guard is closed. */
    Guard watch(Cancellable request, Deadline deadline) {
        Guard guard = new Guard(request, deadline, Thread.currentThread());
        guard.ticks = executor.scheduleWithFixedDelay(guard::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return guard;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** The watch over one request. */
    static final class Guard implements AutoCloseable {

        private final Cancellable request;
        private final Deadline deadline;
        private final Thread caller;
        private volatile boolean deadlinePassed;
        private volatile boolean ended;
        private @Nullable ScheduledFuture<?> ticks;

        private Guard(Cancellable request, Deadline deadline, Thread caller) {
            this.request = request;
            this.deadline = deadline;
            this.caller = caller;
        }

        private void tick() {
            if (deadline.passed()) {
                deadlinePassed = true;
                end();
            } else if (caller.isInterrupted()) {
                end();
            }
        }

        private void end() {
            ended = true;
            request.cancel();
        }

        /** Whether the request was ended, for whatever reason. */
        boolean ended() {
            return ended;
        }

        /** Whether the request was ended because its deadline had passed. */
        boolean deadlinePassed() {
            return deadlinePassed;
        }

        @Override
        public void close() {
            if (ticks != null) {
                ticks.cancel(false);
            }
        }
    }
}
