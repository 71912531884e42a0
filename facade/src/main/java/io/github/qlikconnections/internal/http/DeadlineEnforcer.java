package io.github.qlikconnections.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request whose deadline has passed or whose thread was interrupted; a blocked read on a socket notices neither by
 * itself. One daemon thread per client looks at all requests in flight five times a second, so that a request costs it nothing
 * but an entry; it goes away when nothing has been in flight for a while. Thread-safe.
 */
final class DeadlineEnforcer implements AutoCloseable {

    private static final long TICK_MILLIS = 200;
    private static final int IDLE_TICKS = 50;

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private volatile boolean closed;

    /** Watches a request that the calling thread is about to send, until the guard is closed. */
    Guard watch(Cancellable request, Deadline deadline) {
        Guard guard = new Guard(request, deadline, Thread.currentThread());
        guards.add(guard);
        if (thread.get() == null) {
            begin();
        }
        return guard;
    }

    private void begin() {
        if (closed) {
            // The pool is closed too, which ends the requests that are still in flight.
            return;
        }
        Thread fresh = new Thread(this::look, "qlik-connections-watchdog");
        fresh.setDaemon(true);
        if (thread.compareAndSet(null, fresh)) {
            fresh.start();
        }
    }

    private void look() {
        for (int idle = 0; idle < IDLE_TICKS && !closed; idle++) {
            try {
                // Not the clock of the calls: a test that moves that one must not be moved along by this thread.
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                break;
            }
            for (Guard guard : guards) {
                idle = 0;
                guard.tick();
            }
        }
        thread.set(null);
        if (!guards.isEmpty()) {
            // One came while the thread was about to go.
            begin();
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

    /** The watch over one request. */
    final class Guard implements AutoCloseable {

        private final Cancellable request;
        private final Deadline deadline;
        private final Thread caller;
        private volatile boolean deadlinePassed;
        private volatile boolean ended;

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
            guards.remove(this);
        }
    }
}
