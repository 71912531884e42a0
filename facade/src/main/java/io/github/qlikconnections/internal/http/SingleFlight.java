package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a value once for all threads that request it at the same time: one of them fetches, the others wait and receive the same
 * value or failure. A failure that concerns only the fetching thread, an interruption or a passed deadline, is not shared: one of the
 * waiting threads fetches next. This class is thread-safe.
 *
 * @param <T> the type of the value
 */
public final class SingleFlight<T> {

    private final String subject;
    private final AtomicReference<@Nullable CompletableFuture<Optional<T>>> pending = new AtomicReference<>();

    /**
     * Creates an instance without a pending fetch.
     *
     * @param subject the value as a noun phrase with its article, for messages
     */
    public SingleFlight(String subject) {
        this.subject = subject;
    }

    /** Returns whether a thread is fetching the value. */
    public boolean isPending() {
        return pending.get() != null;
    }

    /**
     * Fetches the value, or waits for the thread that is fetching it.
     *
     * @param fetcher called in this thread if no other thread is fetching; it stores the value before it returns and first checks whether
     *     another thread has stored it in the meantime
     */
    public T get(Deadline deadline, Supplier<T> fetcher) {
        while (true) {
            CompletableFuture<Optional<T>> own = new CompletableFuture<>();
            CompletableFuture<Optional<T>> other = pending.compareAndExchange(null, own);
            if (other == null) {
                return fetch(own, deadline, fetcher);
            }
            Optional<T> value = await(other, deadline);
            if (value.isPresent()) {
                return value.get();
            }
        }
    }

    private T fetch(CompletableFuture<Optional<T>> own, Deadline deadline, Supplier<T> fetcher) {
        try {
            T value = fetcher.get();
            pending.set(null);
            own.complete(Optional.of(value));
            return value;
        } catch (RuntimeException | Error e) {
            pending.set(null);
            if (Thread.currentThread().isInterrupted() || deadline.hasPassed()) {
                own.complete(Optional.empty());
            } else {
                own.completeExceptionally(e);
            }
            throw e;
        }
    }

    private Optional<T> await(CompletableFuture<Optional<T>> other, Deadline deadline) {
        try {
            return deadline.await(other);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof QlikException failure) {
                throw failure;
            }
            throw new IllegalStateException(subject + " could not be fetched", e.getCause());
        } catch (TimeoutException e) {
            throw createException("another thread was still waiting for it after "
                    + DurationFormatter.of(deadline.total()) + ". " + FailureAdvice.MORE_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw createException("the thread was interrupted.");
        }
    }

    private TransportException createException(String reason) {
        return new TransportException("Cannot get " + subject + ": " + reason, false, null);
    }
}
