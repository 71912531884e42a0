package io.github.qlikconnections.bucket4j;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.rate.RateLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shares the rates of the API between processes through a store of Bucket4j, such as Redis or PostgreSQL. Processes share a limit if
 * they use the same store and key prefix, the same tenant and the same caller.
 *
 * <p>Requests of bulk runs of all processes are sent at even intervals, in the order of their reservations. Single calls are counted and
 * not delayed, unless a 429 has closed their tier. A 429 that one process receives delays all later reservations of every process.
 *
 * <p>Each reservation is one call of the store: the atomic update of one key. A single call needs a second one while requests are
 * queued. All calls of one reservation together take at most 500 ms. The threads of a process reserve one after the other. If the store
 * fails, the client keeps its share of the rates by itself, as {@link RateLimiter} describes.
 *
 * <p>The application owns the proxy manager and closes it after its clients. This class is thread-safe.
 */
public final class SharedRateLimiter implements RateLimiter {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final ProxyManager<String> proxyManager;
    private final RateLimits limits;
    private final String keyPrefix;
    private final @Nullable String caller;
    private final int expectedMembers;
    private final BoundedCalls calls = new BoundedCalls(TIMEOUT);
    private final Map<String, SharedTier> tiers = new ConcurrentHashMap<>();

    private SharedRateLimiter(Builder builder) {
        this.proxyManager = builder.proxyManager;
        this.limits = builder.limits;
        this.keyPrefix = builder.keyPrefix;
        this.caller = builder.caller;
        this.expectedMembers = builder.expectedMembers;
    }

    /**
     * Creates a builder.
     *
     * @param proxyManager the store, with clocks of the hosts or one clock of its own, and any timeout
     * @return a builder with the documented rates and ten expected members
     */
    public static Builder builder(ProxyManager<String> proxyManager) {
        return new Builder(proxyManager);
    }

    @Override
    public Duration reserve(RateLimitRequest request) {
        return tier(request).reserve(request);
    }

    @Override
    public void rejected(RateLimitRequest request, Duration retryAfter) {
        tier(request).close(Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    private SharedTier tier(RateLimitRequest request) {
        Objects.requireNonNull(request, "request");
        String user = Optional.ofNullable(caller)
                .or(request::caller)
                .orElseThrow(() -> new IllegalArgumentException("The request names no caller"));
        // Redis Cluster keeps keys with the same text in braces in one slot.
        String key = keyPrefix + "{" + request.tenantOrigin() + "/" + user + "/" + request.tier() + "}";
        return tiers.computeIfAbsent(
                key, ignored -> new SharedTier(proxyManager, key, limits.interval(request.tier()), calls));
    }

    /** Returns the share of one of the expected members, at least one request per minute and tier. */
    @Override
    public Optional<RateLimits> fallbackLimits() {
        return Optional.of(RateLimits.perMinute(share(limits.readsPerMinute()), share(limits.writesPerMinute())));
    }

    private int share(int rate) {
        return Math.max(1, rate / expectedMembers);
    }

    /** Returns true if this rate limiter names no caller itself. */
    @Override
    public boolean isCallerRequired() {
        return caller == null;
    }

    /** Returns the rates, the key prefix, the caller and the number of members. */
    @Override
    public String toString() {
        return "SharedRateLimiter[" + limits + ", keys " + keyPrefix + "*"
                + (caller == null ? "" : ", caller " + caller) + ", " + expectedMembers + " members]";
    }

    /** Builds a {@link SharedRateLimiter}. Not thread-safe. */
    public static final class Builder {

        private static final int DEFAULT_MEMBERS = 10;

        private final ProxyManager<String> proxyManager;
        private RateLimits limits = RateLimits.defaults();
        private String keyPrefix = "qlik-connections:";
        private @Nullable String caller;
        private int expectedMembers = DEFAULT_MEMBERS;

        private Builder(ProxyManager<String> proxyManager) {
            this.proxyManager = Objects.requireNonNull(proxyManager, "proxyManager");
        }

        /**
         * Sets the rates that all processes share. The default is what the API documents.
         *
         * @param limits the rates of each tenant and caller, the same in every process
         * @return this builder
         */
        public Builder rateLimits(RateLimits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Sets the beginning of the keys in the store. The default is {@code qlik-connections:}.
         *
         * @param keyPrefix the prefix, the same in every process
         * @return this builder
         */
        public Builder keyPrefix(String keyPrefix) {
            this.keyPrefix = Objects.requireNonNull(keyPrefix, "keyPrefix");
            return this;
        }

        /**
         * Sets the caller of all requests. The limits of the API count per user: processes that use different credentials of the same
         * user share a limit only if they name the same caller.
         *
         * <p>Default: the caller of each client, which is a hash of its OAuth client id or of its API key. A client with supplied
         * tokens cannot be built without a caller.
         *
         * @param caller a name without a secret, such as {@code etl}
         * @return this builder
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder caller(String caller) {
            if (Objects.requireNonNull(caller, "caller").isBlank()) {
                throw new IllegalArgumentException("caller must not be blank");
            }
            this.caller = caller;
            return this;
        }

        /**
         * Sets how many processes share the rates. While the store fails, each keeps the rates divided by this number. The default is
         * 10.
         *
         * @param number at least 1
         * @return this builder
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Builder expectedMembers(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("expectedMembers must be at least 1, not " + number);
            }
            this.expectedMembers = number;
            return this;
        }

        /**
         * Builds the rate limiter. Sends no request to the store.
         *
         * @return the rate limiter
         */
        public SharedRateLimiter build() {
            return new SharedRateLimiter(this);
        }

        /** Returns the settings. */
        @Override
        public String toString() {
            return "Builder of " + build();
        }
    }
}
