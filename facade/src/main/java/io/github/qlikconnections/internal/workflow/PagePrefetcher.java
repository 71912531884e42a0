package io.github.qlikconnections.internal.workflow;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages on threads of a client while consumers work on the pages before. The threads are daemon threads that end when they
 * are idle. This class is thread-safe.
 */
final class PagePrefetcher implements AutoCloseable {

    /** The prefix of the thread names. The number of the thread follows. */
    static final String THREAD_NAME_PREFIX = "qlik-connections-prefetch-";

    private static final int IDLE_SECONDS = 10;

    private final ExecutorService executor;

    /**
     * Creates a prefetcher.
     *
     * @param maxConnections the size of the connection pool; half of them stay free for the consumers
     */
    PagePrefetcher(int maxConnections) {
        int maxThreads = Math.max(1, maxConnections / 2);
        AtomicInteger threadCount = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                0, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, THREAD_NAME_PREFIX + threadCount.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Starts to fetch a page, or returns null if all threads are busy or the client is closed. Then the consumer fetches it. */
    <T> @Nullable Future<T> start(Supplier<T> fetch) {
        try {
            return executor.submit(fetch::get);
        } catch (RejectedExecutionException e) {
            return null;
        }
    }

    /** Waits for a page, at most until the deadline of its fetch, and throws the exception of a failed fetch. */
    <T> T await(Future<T> page) throws InterruptedException {
        try {
            return page.get();
        } catch (InterruptedException e) {
            page.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            // A token supplier in another JVM language can throw checked exceptions.
            throw PagePrefetcher.<RuntimeException>unchecked(Objects.requireNonNull(e.getCause()));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
