package io.github.qlikconnections.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown if the rate limit of the operation's tier is exceeded and the request may not wait longer: status 429. */
public final class RateLimitedException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /** The required wait. */
    private final @Nullable Duration retryAfter;

    RateLimitedException(Builder builder) {
        super(builder);
        this.retryAfter = builder.retryAfter;
    }

    /**
     * Returns how long the tenant requires the client to wait before the next request of this tier.
     *
     * @return the wait from the {@code Retry-After} header; empty if it is missing or invalid
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
