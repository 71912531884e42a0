package io.github.qlikconnections.bucket4j;

import io.github.bucket4j.TimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the duration of calls to the store, on a few threads of its own. A proxy manager need not have a timeout, and a driver may
 * ignore it, for example while it connects or waits for a pooled connection. Threads end when they are idle. This class is thread-safe.
 */
final class BoundedCalls {

    private static final int THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration timeout;
    private final ThreadPoolExecutor executor;

    BoundedCalls(Duration timeout) {
        this.timeout = timeout;
        AtomicInteger number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "qlik-connections-rate-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Calls the store.
     *
     * @throws TimeoutException if the call takes longer than the timeout, for example because all threads are blocked
     * @throws InterruptedException if the thread was interrupted
     */
    <T> T call(Callable<T> call) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        executor.execute(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("The store did not respond in time", timeout.toNanos(), timeout.toNanos());
        } finally {
            task.cancel(true);
            executor.remove(task);
        }
    }
}
