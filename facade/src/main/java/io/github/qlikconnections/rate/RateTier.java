package io.github.qlikconnections.rate;

/** A rate tier of the API. Each tier has its own limit. Reaching one does not affect the other. */
public enum RateTier {

    /** Tier 1: requests that read. */
    READ(1),

    /** Tier 2: requests that write, and requests for access tokens. */
    WRITE(2);

    private final int number;

    RateTier(int number) {
        this.number = number;
    }

    /**
     * Returns the number that the documentation of the API uses for this tier.
     *
     * @return 1 for reads, 2 for writes
     */
    public int number() {
        return number;
    }
}
