package io.github.qlikconnections.spring;

import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** Applies the settings to a builder, except the tenant and the credentials. */
final class SettingsApplier {

    static final String CALLER = "rate-limits.caller";

    private final QlikConnectionsProperties properties;
    private final ObjectProvider<SslBundles> sslBundles;

    SettingsApplier(QlikConnectionsProperties properties, ObjectProvider<SslBundles> sslBundles) {
        this.properties = properties;
        this.sslBundles = sslBundles;
    }

    void applyTo(QlikClientBuilder builder) {
        apply("application-name", properties.applicationName(), builder::applicationName);
        apply("api-version", properties.apiVersion(), builder::apiVersion);
        apply("max-connections", properties.maxConnections(), builder::maxConnections);
        apply("max-response-size", bytes(properties.maxResponseSize()), builder::maxResponseBytes);
        applyTimeouts(properties.timeouts(), builder);
        applyRetries(properties.retries(), builder);
        applyRates(properties.rateLimits(), builder::rateLimits);
        apply(CALLER, properties.rateLimits().caller(), builder::caller);
        applyValidation(properties.validation(), builder);
        applyProxy(properties.proxy(), builder);
        apply("ssl.bundle", properties.ssl().bundle(), name -> applySslBundle(name, builder));
    }

    /** Calls a setter if the value is set. */
    static <T> void apply(String name, @Nullable T value, Consumer<T> setter) {
        if (value != null && isSet(value)) {
            set(name, value, setter);
        }
    }

    /** Calls a setter, and names the setting if the value cannot be used. */
    static <T> void set(String name, T value, Consumer<T> setter) {
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "The setting " + PropertyNames.of(name) + " cannot be used: " + e.getMessage(),
                    "Correct " + PropertyNames.of(name) + ".",
                    e);
        }
    }

    /** A blank value counts as not set, as the value of a placeholder with an empty default. */
    static boolean isSet(@Nullable Object value) {
        return value != null
                && StringUtils.hasText(value instanceof Secret secret ? secret.reveal() : value.toString());
    }

    private static @Nullable Long bytes(@Nullable DataSize size) {
        return size == null ? null : size.toBytes();
    }

    private static void applyTimeouts(QlikConnectionsProperties.Timeouts timeouts, QlikClientBuilder builder) {
        apply("timeouts.connect", timeouts.connect(), builder::connectTimeout);
        apply("timeouts.response", timeouts.response(), builder::responseTimeout);
        apply("timeouts.create-response", timeouts.createResponse(), builder::createResponseTimeout);
        apply("timeouts.connection-request", timeouts.connectionRequest(), builder::connectionRequestTimeout);
        apply("timeouts.operation", timeouts.operation(), builder::operationTimeout);
    }

    private static void applyRetries(QlikConnectionsProperties.Retries retries, QlikClientBuilder builder) {
        apply("retries.max-attempts", retries.maxAttempts(), builder::maxAttempts);
        apply("retries.backoff-base-delay", retries.backoffBaseDelay(), builder::backoffBaseDelay);
        apply("retries.backoff-max-delay", retries.backoffMaxDelay(), builder::backoffMaxDelay);
        apply("retries.max-retry-after", retries.maxRetryAfter(), builder::maxRetryAfter);
    }

    static void applyRates(QlikConnectionsProperties.Rates rates, Consumer<RateLimits> setter) {
        RateLimits defaults = RateLimits.defaults();
        int reads = Objects.requireNonNullElse(rates.readsPerMinute(), defaults.readsPerMinute());
        int writes = Objects.requireNonNullElse(rates.writesPerMinute(), defaults.writesPerMinute());
        apply(
                "rate-limits.reads-per-minute",
                reads,
                number -> setter.accept(RateLimits.perMinute(number, defaults.writesPerMinute())));
        apply("rate-limits.writes-per-minute", writes, number -> setter.accept(RateLimits.perMinute(reads, number)));
    }

    private static void applyValidation(QlikConnectionsProperties.Validation validation, QlikClientBuilder builder) {
        builder.validationPolicy(
                switch (validation.policy()) {
                    case STRICT -> ValidationPolicy.strict();
                    case LENIENT -> ValidationPolicy.lenient();
                });
        apply("validation.spec-cache-ttl", validation.specCacheTtl(), builder::specCacheTtl);
    }

    private static void applyProxy(QlikConnectionsProperties.Proxy proxy, QlikClientBuilder builder) {
        boolean hasHost = isSet(proxy.host());
        boolean hasUser = isSet(proxy.user());
        if (!proxy.enabled()) {
            require(!hasHost, "A proxy is set and disabled.", "Remove " + PropertyNames.of("proxy.enabled") + ".");
            builder.noProxy();
            return;
        }
        require(
                hasHost == (proxy.port() != null),
                "Only one of the host and the port of the proxy is set.",
                "Set " + PropertyNames.all("proxy.host", "proxy.port") + ", or neither.");
        require(
                hasUser == isSet(proxy.password()) && (hasHost || !hasUser),
                "The user and the password of the proxy are not complete.",
                "Set " + PropertyNames.all("proxy.host", "proxy.port", "proxy.user", "proxy.password")
                        + ", or neither user nor password.");
        apply("proxy.host", proxy.host(), host -> applyProxy(host, proxy, builder));
    }

    private static void applyProxy(String host, QlikConnectionsProperties.Proxy proxy, QlikClientBuilder builder) {
        int port = Objects.requireNonNull(proxy.port());
        if (isSet(proxy.user())) {
            builder.proxy(host, port, Objects.requireNonNull(proxy.user()), Objects.requireNonNull(proxy.password()));
        } else {
            builder.proxy(host, port);
        }
    }

    private static void require(boolean condition, String problem, String action) {
        if (!condition) {
            throw new InvalidSettingException(problem, action, null);
        }
    }

    private void applySslBundle(String name, QlikClientBuilder builder) {
        try {
            builder.sslContext(sslBundles.getObject().getBundle(name).createSslContext());
        } catch (NoSuchSslBundleException e) {
            throw new IllegalArgumentException("there is no SSL bundle \"" + name + "\".", e);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("the SSL bundle \"" + name + "\" cannot be read.", e);
        }
    }
}
