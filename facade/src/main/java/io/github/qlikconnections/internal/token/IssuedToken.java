package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token with its renewal and expiry times. Instances are immutable and thread-safe. */
final class IssuedToken {

    private static final Duration RENEWED_BEFORE_EXPIRY = Duration.ofSeconds(60);

    private final Secret token;
    private final boolean expires;
    private final long renewAt;
    private final long expiresAt;

    /**
     * Creates a token that was issued now.
     *
     * @param lifetime the lifetime, or null if the tenant did not state it
     * @param now the time of the monotonic clock
     */
    IssuedToken(Secret token, @Nullable Duration lifetime, long now) {
        Duration validity = lifetime == null ? Duration.ZERO : lifetime;
        // A token with a shorter lifetime would be renewed for every request.
        Duration ahead = validity.compareTo(RENEWED_BEFORE_EXPIRY) > 0 ? RENEWED_BEFORE_EXPIRY : validity.dividedBy(2);
        this.token = token;
        this.expires = lifetime != null;
        this.renewAt = now + validity.minus(ahead).toNanos();
        this.expiresAt = now + validity.toNanos();
    }

    Secret token() {
        return token;
    }

    boolean isDueForRenewal(long now) {
        return expires && now - renewAt >= 0;
    }

    boolean isValid(long now) {
        return !expires || now - expiresAt < 0;
    }
}
