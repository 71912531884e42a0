package io.github.qlikconnections.bucket4j;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls the store for one key from one thread at a time. Concurrent calls would compete for the update of the key, and most of them
 * would be repeated. The time in the queue does not count for the timeout of a call. This class is thread-safe.
 */
final class SequentialCalls {

    private final BoundedCalls calls;
    private final Lock queue = new ReentrantLock(true);
    private volatile @Nullable RuntimeException lastFailure;

    SequentialCalls(BoundedCalls calls) {
        this.calls = calls;
    }

    /**
     * Calls the store. If another call fails while this one is in the queue, it fails as well. Otherwise, a store that does not respond
     * would block the threads one after the other.
     *
     * @throws CompletionException if the thread was interrupted, which sets its flag again
     */
    <T> T call(Callable<T> call) {
        RuntimeException earlierFailure = lastFailure;
        try {
            queue.lockInterruptibly();
            try {
                RuntimeException failure = lastFailure;
                if (failure != null && failure != earlierFailure) {
                    throw failure;
                }
                return calls.call(call);
            } catch (RuntimeException e) {
                lastFailure = e;
                throw e;
            } finally {
                queue.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
