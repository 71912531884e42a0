package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.event.SpecCacheEvent;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.RequestListeners;
import io.github.qlikconnections.internal.http.SingleFlight;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Caches specifications for a limited time. Concurrent lookups of one share its fetch. Failures are not cached. This class is thread-safe. */
final class SpecCache {

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Duration ttl;
    private final Timing timing;
    private final RequestListeners listeners;

    SpecCache(Duration ttl, Timing timing, RequestListeners listeners) {
        this.ttl = ttl;
        this.timing = timing;
        this.listeners = listeners;
    }

    ConnectionSpec get(String dataSourceId, Deadline deadline, Supplier<ConnectionSpec> fetcher) {
        Entry entry = entries.computeIfAbsent(dataSourceId, Entry::new);
        CachedSpec cached = entry.cached;
        if (cached != null && !isExpired(cached)) {
            report(true);
            return cached.spec();
        }
        try {
            return entry.flight.get(deadline, () -> fetch(entry, fetcher));
        } finally {
            if (entry.cached == null && !entry.flight.isPending()) {
                entries.remove(dataSourceId, entry);
            }
        }
    }

    /** Removes the specification of a data source. */
    void evict(String dataSourceId) {
        entries.remove(dataSourceId);
    }

    private ConnectionSpec fetch(Entry entry, Supplier<ConnectionSpec> fetcher) {
        CachedSpec cached = entry.cached;
        if (cached != null && !isExpired(cached)) {
            report(true);
            return cached.spec();
        }
        report(false);
        ConnectionSpec spec = fetcher.get();
        entry.cached = new CachedSpec(spec, timing.nanoTime() + ttl.toNanos());
        return spec;
    }

    private void report(boolean isHit) {
        listeners.notify(listener -> listener.specCacheUsed(SpecCacheEvent.of(isHit)));
    }

    private boolean isExpired(CachedSpec cached) {
        return timing.nanoTime() - cached.expiresAt() >= 0;
    }

    private record CachedSpec(ConnectionSpec spec, long expiresAt) {}

    private static final class Entry {

        private final SingleFlight<ConnectionSpec> flight;
        private volatile @Nullable CachedSpec cached;

        Entry(String dataSourceId) {
            flight = new SingleFlight<>("the property specification of data source \"" + dataSourceId + "\"");
        }
    }
}
