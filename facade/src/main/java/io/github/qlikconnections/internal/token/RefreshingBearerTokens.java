package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.BearerTokens;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.SingleFlight;
import io.github.qlikconnections.internal.http.Timing;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Caches an issued token and renews it before it expires. One thread fetches the new token. The others use the old token while it
 * is valid and otherwise wait. This class is thread-safe.
 */
final class RefreshingBearerTokens implements BearerTokens {

    private final TokenEndpoint endpoint;
    private final Timing timing;
    private final AtomicReference<@Nullable IssuedToken> cached = new AtomicReference<>();
    private final SingleFlight<Secret> renewal = new SingleFlight<>("an access token");

    RefreshingBearerTokens(TokenEndpoint endpoint, Timing timing) {
        this.endpoint = endpoint;
        this.timing = timing;
    }

    @Override
    public Secret current(Deadline deadline) {
        IssuedToken current = cached.get();
        boolean isUsable = isFresh(current) || (isValid(current) && renewal.isPending());
        return current != null && isUsable ? current.token() : renewal.get(deadline, () -> renew(deadline));
    }

    @Override
    public boolean invalidate(Secret rejected) {
        IssuedToken current = cached.get();
        // If another thread has replaced the token already, its successor is used.
        if (current != null && current.token().equals(rejected)) {
            cached.compareAndSet(current, null);
        }
        return true;
    }

    private Secret renew(Deadline deadline) {
        IssuedToken current = cached.get();
        if (current != null && isFresh(current)) {
            return current.token();
        }
        try {
            IssuedToken newToken = endpoint.request(deadline);
            cached.set(newToken);
            return newToken.token();
        } catch (AuthenticationException e) {
            throw e;
        } catch (QlikException e) {
            boolean isOwnFailure = Thread.currentThread().isInterrupted() || deadline.hasPassed();
            if (current != null && isValid(current) && !isOwnFailure) {
                return current.token();
            }
            throw e;
        }
    }

    private boolean isFresh(@Nullable IssuedToken token) {
        return token != null && !token.isDueForRenewal(timing.nanoTime());
    }

    private boolean isValid(@Nullable IssuedToken token) {
        return token != null && token.isValid(timing.nanoTime());
    }
}
