package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.SingleFlight;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Caches specifications for a limited time and fetches each only once at a time. Failures are not cached. This class is thread-safe. */
final class SpecCache {

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Duration ttl;
    private final Timing timing;

    SpecCache(Duration ttl, Timing timing) {
        this.ttl = ttl;
        this.timing = timing;
    }

    ConnectionSpec get(String dataSourceId, Deadline deadline, Supplier<ConnectionSpec> fetcher) {
        Entry entry = entries.computeIfAbsent(dataSourceId, Entry::new);
        CachedSpec cached = entry.cached;
        if (cached != null && !isExpired(cached)) {
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
            return cached.spec();
        }
        ConnectionSpec spec = fetcher.get();
        entry.cached = new CachedSpec(spec, timing.nanoTime() + ttl.toNanos());
        return spec;
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
