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
    private @Nullable IssuedToken held;
    private @Nullable CompletableFuture<@Nullable Secret> renewal;

    RefreshingBearerTokens(TokenEndpoint endpoint, Timing timing) {
        this.endpoint = endpoint;
        this.timing = timing;
    }

    @Override
    public Secret current(Deadline deadline) {
        while (true) {
            CompletableFuture<@Nullable Secret> mine = null;
            CompletableFuture<@Nullable Secret> running;
            IssuedToken old;
            synchronized (lock) {
                old = held;
                if (old != null
                        && (!old.isDueForRenewal(timing.nanoTime())
                                || (renewal != null && old.isValid(timing.nanoTime())))) {
                    return old.token();
                }
                if (renewal == null) {
                    mine = new CompletableFuture<>();
                    renewal = mine;
                }
                running = renewal;
            }
            Secret token = mine == null ? await(running, deadline) : renew(mine, deadline, old);
            if (token != null) {
                return token;
            }
        }
    }

    @Override
    public boolean replace(Secret rejected) {
        synchronized (lock) {
            // If another thread has replaced the token already, its successor is used.
            if (held != null && held.token().equals(rejected)) {
                held = null;
            }
        }
        return true;
    }

    private Secret renew(CompletableFuture<@Nullable Secret> mine, Deadline deadline, @Nullable IssuedToken old) {
        try {
            IssuedToken fresh = endpoint.request(deadline);
            finish(fresh);
            mine.complete(fresh.token());
            return fresh.token();
        } catch (RuntimeException | Error e) {
            finish(null);
            if (Thread.currentThread().isInterrupted() || deadline.hasPassed()) {
                // The failure concerns this caller only, so a waiting thread fetches the token.
                mine.complete(null);
                throw e;
            }
            mine.completeExceptionally(e);
            if (old != null
                    && old.isValid(timing.nanoTime())
                    && !(e instanceof AuthenticationException)
                    && e instanceof QlikException) {
                return old.token();
            }
            throw e;
        }
    }

    private void finish(@Nullable IssuedToken fresh) {
        synchronized (lock) {
            renewal = null;
            if (fresh != null) {
                held = fresh;
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
