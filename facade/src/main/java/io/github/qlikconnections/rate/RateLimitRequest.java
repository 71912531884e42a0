package io.github.qlikconnections.rate;

import io.github.qlikconnections.internal.argument.Arguments;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for which a {@link RateLimiter} reserves permission. A limit applies to all requests of one tenant, caller and tier.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RateLimitRequest {

    private final String tenantOrigin;
    private final RateTier tier;
    private final @Nullable String caller;
    private final Duration longestWait;
    private final boolean bulkRun;

    private RateLimitRequest(
            String tenantOrigin, RateTier tier, @Nullable String caller, Duration longestWait, boolean bulkRun) {
        this.tenantOrigin = tenantOrigin;
        this.tier = tier;
        this.caller = caller;
        this.longestWait = longestWait;
        this.bulkRun = bulkRun;
    }

    /**
     * Creates a builder of a request, for tests of a rate limiter.
     *
     * @param tenantOrigin the origin of the tenant, for example {@code https://acme.eu.qlikcloud.com}
     * @param tier the rate tier of the request
     * @return a builder
     */
    public static Builder builder(String tenantOrigin, RateTier tier) {
        return new Builder(tenantOrigin, tier);
    }

    /**
     * Returns the origin of the tenant.
     *
     * @return scheme, host and port in lower case, for example {@code https://acme.eu.qlikcloud.com}
     */
    public String tenantOrigin() {
        return tenantOrigin;
    }

    /**
     * Returns the rate tier of the request.
     *
     * @return the tier
     */
    public RateTier tier() {
        return tier;
    }

    /**
     * Returns who shares the limit. By default, it is derived from a hash of the OAuth client id or of the API key, so
     * it is stable and contains no secret. {@code QlikClientBuilder.caller(..)} sets another name.
     *
     * @return for example {@code etl} or {@code client-2bb80d537b1da3e3}; empty for credentials with supplied tokens
     *     for which the builder sets no caller
     */
    public Optional<String> caller() {
        return Optional.ofNullable(caller);
    }

    /**
     * Returns the longest delay that the request accepts: the time until its deadline, or zero if it does not wait.
     *
     * @return zero or more
     */
    public Duration longestWait() {
        return longestWait;
    }

    /**
     * Returns whether the request is part of a bulk run.
     *
     * @return true for a bulk run; false for a single call
     */
    public boolean isBulkRun() {
        return bulkRun;
    }

    /**
     * Returns a copy of this request with another longest wait.
     *
     * @param longestWait zero or more
     * @return the copy
     * @throws IllegalArgumentException if the time is negative
     */
    public RateLimitRequest withLongestWait(Duration longestWait) {
        return new RateLimitRequest(tenantOrigin, tier, caller, notNegative(longestWait), bulkRun);
    }

    private static Duration notNegative(Duration longestWait) {
        if (Arguments.require(longestWait, "longestWait").isNegative()) {
            throw new IllegalArgumentException("longestWait must not be negative.");
        }
        return longestWait;
    }

    /** Returns all fields on one line. */
    @Override
    public String toString() {
        return (bulkRun ? "bulk " : "single ") + tier + " request of " + (caller == null ? "an unnamed caller" : caller)
                + " to " + tenantOrigin + ", waits at most " + longestWait;
    }

    /** Builds a {@link RateLimitRequest}. Not thread-safe. */
    public static final class Builder {

        private final String tenantOrigin;
        private final RateTier tier;
        private @Nullable String caller;
        private Duration longestWait = Duration.ZERO;
        private boolean bulkRun;

        private Builder(String tenantOrigin, RateTier tier) {
            this.tenantOrigin = Arguments.require(tenantOrigin, "tenantOrigin");
            this.tier = Arguments.require(tier, "tier");
        }

        /**
         * Sets who shares the limit.
         *
         * @param caller a name without a secret, or null for an unknown caller, which is the default
         * @return this builder
         */
        public Builder caller(@Nullable String caller) {
            this.caller = caller;
            return this;
        }

        /**
         * Sets the longest delay that the request accepts. The default is zero.
         *
         * @param longestWait zero or more
         * @return this builder
         * @throws IllegalArgumentException if the time is negative
         */
        public Builder longestWait(Duration longestWait) {
            this.longestWait = notNegative(longestWait);
            return this;
        }

        /**
         * Sets whether the request is part of a bulk run. The default is false.
         *
         * @param bulkRun true for a bulk run
         * @return this builder
         */
        public Builder bulkRun(boolean bulkRun) {
            this.bulkRun = bulkRun;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         */
        public RateLimitRequest build() {
            return new RateLimitRequest(tenantOrigin, tier, caller, longestWait, bulkRun);
        }

        /** Returns the parts that are set. */
        @Override
        public String toString() {
            return "RateLimitRequest.Builder[" + build() + "]";
        }
    }
}
