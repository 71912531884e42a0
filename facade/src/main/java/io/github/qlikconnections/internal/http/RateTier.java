package io.github.qlikconnections.internal.http;

/** The two rate tiers of the API. Each has its own limit; reaching one does not affect the other. */
public enum RateTier {
    /** Tier 1: requests that read. */
    READ(1, 1000),
    /** Tier 2: requests that write. */
    WRITE(2, 100);

    private final int number;
    private final int documentedPerMinute;

    RateTier(int number, int documentedPerMinute) {
        this.number = number;
        this.documentedPerMinute = documentedPerMinute;
    }

    /** Returns the number that the documentation of the API uses for this tier. */
    public int number() {
        return number;
    }

    /** Returns the rate limit that the API documents for every tenant, in requests per minute. */
    public int documentedPerMinute() {
        return documentedPerMinute;
    }
}
