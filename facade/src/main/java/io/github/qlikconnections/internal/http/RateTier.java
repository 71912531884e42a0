package io.github.qlikconnections.internal.http;

/** The two rate tiers of the API: each has its own limit, and reaching one leaves the other open. */
public enum RateTier {
    /** Tier 1, about 1000 requests a minute. */
    READ,
    /** Tier 2, about 100 requests a minute. */
    WRITE
}
