package io.github.qlikconnections.internal.http;

/** The two rate tiers of the API. Each has its own limit; reaching one does not affect the other. */
public enum RateTier {
    /** Tier 1: requests that read. */
    READ(1),
    /** Tier 2: requests that write. */
    WRITE(2);

    private final int number;

    RateTier(int number) {
        this.number = number;
    }

    /** Returns the number that the documentation of the API uses for this tier. */
    public int number() {
        return number;
    }
}
