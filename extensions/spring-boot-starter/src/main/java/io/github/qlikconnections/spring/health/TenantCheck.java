package io.github.qlikconnections.spring.health;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.spring.InvalidSettingException;
import io.github.qlikconnections.spring.QlikConnectionsProperties;
import io.github.qlikconnections.spring.QlikConnectionsProperties.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the tenant of a client responds and accepts its credentials, with the two read requests of
 * {@code users().me()}. A result is cached, so that frequent probes do not use up the rate limit of the tenant. This
 * class is thread-safe.
 */
final class TenantCheck {

    private final QlikClient client;
    private final Duration cacheTtl;
    private final InstantSource clock;
    // Not a monitor, which would pin the carrier of a virtual thread during the requests.
    private final Lock lock = new ReentrantLock();
    private @Nullable TenantHealth result;
    private Instant expiry = Instant.MIN;

    /**
     * The result of a check.
     *
     * @param status whether the tenant responded and accepted the credentials
     * @param details the id of the user, or the type of the error and its status
     */
    record TenantHealth(TenantStatus status, Map<String, Object> details) {}

    TenantCheck(QlikClient client, HealthCheck settings, InstantSource clock) {
        this.client = bounded(client, settings.timeout());
        this.cacheTtl = settings.cacheTtl();
        this.clock = clock;
        if (cacheTtl.isNegative()) {
            throw unusable("cache-ttl", "it must not be negative.", null);
        }
    }

    private static QlikClient bounded(QlikClient client, Duration timeout) {
        try {
            return client.withOptions(
                    options -> options.operationTimeout(timeout).maxAttempts(1));
        } catch (IllegalArgumentException e) {
            throw unusable("timeout", String.valueOf(e.getMessage()), e);
        }
    }

    private static InvalidSettingException unusable(String name, String reason, @Nullable Throwable cause) {
        String setting = QlikConnectionsProperties.PREFIX + ".health." + name;
        return new InvalidSettingException(
                "The setting " + setting + " cannot be used: " + reason, "Correct " + setting + ".", cause);
    }

    /** Returns the cached result, or that of a new check. */
    TenantHealth check() {
        lock.lock();
        try {
            TenantHealth cached = result;
            if (cached != null && clock.instant().isBefore(expiry)) {
                return cached;
            }
            TenantHealth current = send();
            result = current;
            expiry = clock.instant().plus(cacheTtl);
            return current;
        } finally {
            lock.unlock();
        }
    }

    private TenantHealth send() {
        try {
            return new TenantHealth(
                    TenantStatus.UP, Map.of("userId", client.users().me().id()));
        } catch (QlikException e) {
            return new TenantHealth(TenantStatus.of(e), details(e));
        }
    }

    private static Map<String, Object> details(QlikException exception) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("error", exception.getClass().getSimpleName());
        if (exception instanceof QlikApiException response) {
            details.put("status", response.status());
        }
        return details;
    }
}
