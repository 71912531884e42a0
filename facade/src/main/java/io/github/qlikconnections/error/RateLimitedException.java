package io.github.qlikconnections.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the rate limit of a tier is exceeded and the request may not wait longer: status 429.
 *
 * <p>Either the tenant rejected this request, or the client did not send it because an earlier 429 closed the tier. That 429 may have
 * been received by another process that shares the limit. {@link #attempts()} does not count an attempt that was not sent.
 */
public final class RateLimitedException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /** The required wait. */
    private final @Nullable Duration retryAfter;

    RateLimitedException(Builder builder) {
        super(builder);
        this.retryAfter = builder.retryAfter;
    }

    /**
     * Returns how long the client must wait before the next request of this tier.
     *
     * @return the wait from the {@code Retry-After} header, or the delay of the rate limiter if the request was not sent; empty if
     *     the header is missing or invalid
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
