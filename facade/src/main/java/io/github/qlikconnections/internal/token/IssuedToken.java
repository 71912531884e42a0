package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A token as the tenant issued it, when to renew it and when it is no longer good. Immutable. */
final class IssuedToken {

    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final Secret token;
    private final boolean expires;
    private final long renewAt;
    private final long expiresAt;

    /**
     * A token that was issued just now.
     *
     * @param lifetime how long it is good, or null when the tenant did not say
     * @param now the time on the clock that only goes forward
     */
    IssuedToken(Secret token, @Nullable Duration lifetime, long now) {
        Duration good = lifetime == null ? Duration.ZERO : lifetime;
        // A token that lives shorter than that would be renewed for every request.
        Duration ahead = good.compareTo(AHEAD) > 0 ? AHEAD : good.dividedBy(2);
        this.token = token;
        this.expires = lifetime != null;
        this.renewAt = now + good.minus(ahead).toNanos();
        this.expiresAt = now + good.toNanos();
    }

    Secret token() {
        return token;
    }

    boolean due(long now) {
        return expires && now - renewAt >= 0;
    }

    boolean good(long now) {
        return !expires || now - expiresAt < 0;
    }
}
