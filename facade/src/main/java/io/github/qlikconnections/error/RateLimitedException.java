package io.github.qlikconnections.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rate limit of the operation's tier was reached and waiting was not allowed or not enough: status 429. */
public final class RateLimitedException extends QlikApiException {

    private static final long serialVersionUID = 1L;

    /** The wait that was asked for. */
    private final @Nullable Duration retryAfter;

    RateLimitedException(Builder builder) {
        super(builder);
        this.retryAfter = builder.retryAfter;
    }

    /**
     * How long the tenant asks to wait before the next request of this tier.
     *
     * @return the wait from the {@code Retry-After} header, empty when it was missing or unreadable
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
