package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.http.Tier;

/** The rate limit tiers of the API. */
public enum TenantRateTier {
    /** Tier 1: GET. */
    READ(Tier.READ),
    /** Tier 2: POST, PATCH, PUT and DELETE. */
    WRITE(Tier.WRITE);

    final Tier tier;

    TenantRateTier(Tier tier) {
        this.tier = tier;
    }
}
