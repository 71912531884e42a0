package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Remembers specifications for a while; of any number of threads that ask for the same one at once, one fetches it and the
 * others wait. Failures are not remembered. Thread-safe.
 */
final class SpecCache {

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Duration time;
    private final Timing timing;

    SpecCache(Duration time, Timing timing) {
        this.time = time;
        this.timing = timing;
    }

    ConnectionSpec get(String dataSourceId, Deadline deadline, Supplier<ConnectionSpec> fetch) {
        while (true) {
            Entry held = entries.get(dataSourceId);
            if (held == null || held.expired(timing)) {
                Entry mine = new Entry();
                held = entries.merge(dataSourceId, mine, (old, fresh) -> old.expired(timing) ? fresh : old);
                if (held == mine) {
                    return fetch(dataSourceId, mine, fetch);
                }
            }
            try {
                return deadline.await(held.spec);
            } catch (ExecutionException e) {
                // Who fetched it has been told why. Perhaps it works from here.
                entries.remove(dataSourceId, held);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed(dataSourceId, "the thread was interrupted.");
            } catch (TimeoutException e) {
                throw failed(
                        dataSourceId,
                        "another thread was still waiting for it after "
                                + deadline.total().toSeconds() + " s. Give the operation more time on the builder.");
            }
        }
    }

    /** Removes the specification of a data source. */
    void forget(String dataSourceId) {
        entries.remove(dataSourceId);
    }

    private static TransportException failed(String dataSourceId, String why) {
        return new TransportException(
                "Could not get the property specification of data source \"" + dataSourceId + "\": " + why,
                false,
                null);
    }

    private ConnectionSpec fetch(String dataSourceId, Entry mine, Supplier<ConnectionSpec> fetch) {
        try {
            ConnectionSpec spec = fetch.get();
            mine.expiresAt = timing.nanoTime() + time.toNanos();
            mine.spec.complete(spec);
            return spec;
        } catch (RuntimeException | Error e) {
            entries.remove(dataSourceId, mine);
            mine.spec.completeExceptionally(e);
            throw e;
        }
    }

    private static final class Entry {

        private final CompletableFuture<ConnectionSpec> spec = new CompletableFuture<>();
        private volatile long expiresAt;

        boolean expired(Timing timing) {
            return spec.isDone() && timing.nanoTime() - expiresAt >= 0;
        }
    }
}
