package io.github.qlikconnections.internal.http;

/** The two rate tiers of the API: each has its own limit, and reaching one leaves the other open. */
public enum RateTier {
    /** Tier 1, about 1000 requests a minute. */
    READ(1),
    /** Tier 2, about 100 requests a minute. */
    WRITE(2);

    private final int number;

    RateTier(int number) {
        this.number = number;
    }

    /** The number that the API's documentation gives it. */
    public int number() {
        return number;
    }
}
