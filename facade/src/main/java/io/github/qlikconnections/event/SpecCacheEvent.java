package io.github.qlikconnections.event;

/**
 * A lookup in the cache of specifications.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class SpecCacheEvent {

    private final boolean hit;

    private SpecCacheEvent(boolean hit) {
        this.hit = hit;
    }

    /**
     * Returns an event, for tests of a listener.
     *
     * @param hit true for a hit, false for a miss
     * @return the event
     */
    public static SpecCacheEvent of(boolean hit) {
        return new SpecCacheEvent(hit);
    }

    /**
     * Returns whether the specification was cached.
     *
     * @return true for a hit; false for a miss, after which the specification is fetched
     */
    public boolean isHit() {
        return hit;
    }

    /** Returns whether it is a hit or a miss. */
    @Override
    public String toString() {
        return hit ? "spec cache hit" : "spec cache miss";
    }
}
