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
 * Caches specifications for a limited time. If several threads request the same specification, one of them fetches it and the others wait.
 * Failures are not cached. This class is thread-safe.
 */
final class SpecCache {

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Duration ttl;
    private final Timing timing;

    SpecCache(Duration ttl, Timing timing) {
        this.ttl = ttl;
        this.timing = timing;
    }

    ConnectionSpec get(String dataSourceId, Deadline deadline, Supplier<ConnectionSpec> fetcher) {
        while (true) {
            Entry entry = entries.get(dataSourceId);
            if (entry == null || entry.isExpired(timing)) {
                Entry ownEntry = new Entry();
                entry = entries.merge(
                        dataSourceId,
                        ownEntry,
                        (existing, replacement) -> existing.isExpired(timing) ? replacement : existing);
                if (entry == ownEntry) {
                    return fetch(dataSourceId, ownEntry, fetcher);
                }
            }
            try {
                return deadline.await(entry.spec);
            } catch (ExecutionException e) {
                // The fetching thread reported the failure. This thread fetches the specification itself.
                entries.remove(dataSourceId, entry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw createException(dataSourceId, "the thread was interrupted.");
            } catch (TimeoutException e) {
                throw createException(
                        dataSourceId,
                        "another thread was still waiting for it after "
                                + deadline.total().toSeconds() + " s. Give the operation more time on the builder.");
            }
        }
    }

    /** Removes the specification of a data source. */
    void evict(String dataSourceId) {
        entries.remove(dataSourceId);
    }

    private static TransportException createException(String dataSourceId, String reason) {
        return new TransportException(
                "Could not get the property specification of data source \"" + dataSourceId + "\": " + reason,
                false,
                null);
    }

    private ConnectionSpec fetch(String dataSourceId, Entry ownEntry, Supplier<ConnectionSpec> fetcher) {
        try {
            ConnectionSpec spec = fetcher.get();
            ownEntry.expiresAt = timing.nanoTime() + ttl.toNanos();
            ownEntry.spec.complete(spec);
            return spec;
        } catch (RuntimeException | Error e) {
            entries.remove(dataSourceId, ownEntry);
            ownEntry.spec.completeExceptionally(e);
            throw e;
        }
    }

    private static final class Entry {

        private final CompletableFuture<ConnectionSpec> spec = new CompletableFuture<>();
        private volatile long expiresAt;

        boolean isExpired(Timing timing) {
            return spec.isDone() && timing.nanoTime() - expiresAt >= 0;
        }
    }
}
