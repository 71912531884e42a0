package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.http.BearerTokens;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.DurationFormatter;
import io.github.qlikconnections.internal.http.Timing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Caches an issued token and renews it before it expires. One thread fetches the new token. The others use the old token while it
 * is valid and otherwise wait. This class is thread-safe.
 */
final class RefreshingBearerTokens implements BearerTokens {

    private final TokenEndpoint endpoint;
    private final Timing timing;
    private final Object lock = new Object();
    private @Nullable IssuedToken cached;
    private @Nullable CompletableFuture<@Nullable Secret> renewal;

    RefreshingBearerTokens(TokenEndpoint endpoint, Timing timing) {
        this.endpoint = endpoint;
        this.timing = timing;
    }

    @Override
    public Secret current(Deadline deadline) {
        while (true) {
            CompletableFuture<@Nullable Secret> ownRenewal = null;
            CompletableFuture<@Nullable Secret> pendingRenewal;
            IssuedToken current;
            synchronized (lock) {
                current = cached;
                if (current != null
                        && (!current.isDueForRenewal(timing.nanoTime())
                                || (renewal != null && current.isValid(timing.nanoTime())))) {
                    return current.token();
                }
                if (renewal == null) {
                    ownRenewal = new CompletableFuture<>();
                    renewal = ownRenewal;
                }
                pendingRenewal = renewal;
            }
            Secret token = ownRenewal == null ? await(pendingRenewal, deadline) : renew(ownRenewal, deadline, current);
            if (token != null) {
                return token;
            }
        }
    }

    @Override
    public boolean invalidate(Secret rejected) {
        synchronized (lock) {
            // If another thread has replaced the token already, its successor is used.
            if (cached != null && cached.token().equals(rejected)) {
                cached = null;
            }
        }
        return true;
    }

    private Secret renew(
            CompletableFuture<@Nullable Secret> ownRenewal, Deadline deadline, @Nullable IssuedToken current) {
        try {
            IssuedToken newToken = endpoint.request(deadline);
            finishRenewal(newToken);
            ownRenewal.complete(newToken.token());
            return newToken.token();
        } catch (RuntimeException | Error e) {
            finishRenewal(null);
            if (Thread.currentThread().isInterrupted() || deadline.hasPassed()) {
                // The failure concerns this caller only, so a waiting thread fetches the token.
                ownRenewal.complete(null);
                throw e;
            }
            ownRenewal.completeExceptionally(e);
            if (current != null
                    && current.isValid(timing.nanoTime())
                    && !(e instanceof AuthenticationException)
                    && e instanceof QlikException) {
                return current.token();
            }
            throw e;
        }
    }

    private void finishRenewal(@Nullable IssuedToken newToken) {
        synchronized (lock) {
            renewal = null;
            if (newToken != null) {
                cached = newToken;
            }
        }
    }

    private static @Nullable Secret await(CompletableFuture<@Nullable Secret> renewal, Deadline deadline) {
        try {
            return deadline.await(renewal);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof QlikException failure) {
                throw failure;
            }
            throw new IllegalStateException("The access token could not be fetched", e.getCause());
        } catch (TimeoutException e) {
            throw new TransportException(
                    "Could not get an access token: another thread was still waiting for it after "
                            + DurationFormatter.of(deadline.total()) + ". Give the operation more time on the builder.",
                    false,
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("Could not get an access token: the thread was interrupted.", false, null);
        }
    }
}
