package io.github.qlikconnections.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the rate limit of the operation's tier is exceeded and the request may not wait longer: status 429. The tenant rejected
 * this request, or the client did not send it because a rejected one has closed the tier, also one of another process that shares
 * the rate limit. {@link #attempts()} then does not count it.
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
