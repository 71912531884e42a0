package io.github.qlikconnections.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Cancels requests whose deadline has passed or whose thread was interrupted, because a blocked socket read detects neither.
 * One daemon thread per client checks all requests in flight five times per second. It ends after a period without requests.
 * This class is thread-safe.
 */
final class DeadlineEnforcer implements AutoCloseable {

    private static final long TICK_MILLIS = 200;
    private static final int IDLE_TICKS = 50;

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private volatile boolean closed;

    /** Enforces the deadline of a request that the calling thread is about to send, until the guard is closed. */
    Guard watch(Cancellable request, Deadline deadline) {
        Guard guard = new Guard(request, deadline, Thread.currentThread());
        guards.add(guard);
        if (thread.get() == null) {
            startThread();
        }
        return guard;
    }

    private void startThread() {
        if (closed) {
            // The pool is closed too, which cancels the requests in flight.
            return;
        }
        Thread started = new Thread(this::run, "qlik-connections-deadlines");
        started.setDaemon(true);
        if (thread.compareAndSet(null, started)) {
            started.start();
        }
    }

    private void run() {
        for (int idle = 0; idle < IDLE_TICKS && !closed; idle++) {
            try {
                // Real time, not Timing: this thread must not advance the simulated clock of a test.
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                break;
            }
            for (Guard guard : guards) {
                idle = 0;
                guard.check();
            }
        }
        thread.set(null);
        if (!guards.isEmpty()) {
            // A request was added while the thread was ending.
            startThread();
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread.get();
        if (running != null) {
            running.interrupt();
        }
    }

    /** The registration of one request. */
    final class Guard implements AutoCloseable {

        private final Cancellable request;
        private final Deadline deadline;
        private final Thread caller;
        private volatile boolean deadlinePassed;
        private volatile boolean cancelled;

        private Guard(Cancellable request, Deadline deadline, Thread caller) {
            this.request = request;
            this.deadline = deadline;
            this.caller = caller;
        }

        private void check() {
            if (deadline.hasPassed()) {
                deadlinePassed = true;
                cancel();
            } else if (caller.isInterrupted()) {
                cancel();
            }
        }

        private void cancel() {
            cancelled = true;
            request.cancel();
        }

        /** Returns whether the request was cancelled, for any reason. */
        boolean isCancelled() {
            return cancelled;
        }

        /** Returns whether the request was cancelled because its deadline had passed. */
        boolean deadlinePassed() {
            return deadlinePassed;
        }

        @Override
        public void close() {
            guards.remove(this);
        }
    }
}
