package io.github.qlikconnections.spring;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.rate.RateLimiter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.Assert;

/**
 * Creates clients with the settings {@code qlik.connections.*}, and with the {@link RequestListener} beans, the
 * {@link RateLimiter} bean and the {@link QlikClientBuilderCustomizer} beans of the application. An application with several
 * tenants creates one client for each.
 *
 * <p>This class is thread-safe.
 */
public final class QlikClientFactory {

    private final QlikConnectionsProperties properties;
    private final ObjectProvider<SslBundles> sslBundles;
    private final ObjectProvider<RequestListener> listeners;
    private final ObjectProvider<RateLimiter> rateLimiter;
    private final ObjectProvider<QlikClientBuilderCustomizer> customizers;

    QlikClientFactory(
            QlikConnectionsProperties properties,
            ObjectProvider<SslBundles> sslBundles,
            ObjectProvider<RequestListener> listeners,
            ObjectProvider<RateLimiter> rateLimiter,
            ObjectProvider<QlikClientBuilderCustomizer> customizers) {
        this.properties = properties;
        this.sslBundles = sslBundles;
        this.listeners = listeners;
        this.rateLimiter = rateLimiter;
        this.customizers = customizers;
    }

    /**
     * Creates a client. Sends no request.
     *
     * @param details the tenant and its credentials, which replace those of the settings
     * @return the client, which the caller must close; Spring closes it if it is a bean
     * @throws InvalidSettingException if a setting or a part of the details cannot be used
     */
    public QlikClient create(QlikConnectionDetails details) {
        Assert.notNull(details, "details must not be null.");
        QlikClientBuilder builder = QlikClient.builder();
        new SettingsApplier(properties, sslBundles).applyTo(builder);
        SettingsApplier.set("tenant", details.tenant(), builder::tenant);
        listeners.orderedStream().forEach(builder::addListener);
        rateLimiter.ifAvailable(builder::rateLimiter);
        builder.credentials(details.credentials());
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return build(builder);
    }

    private static QlikClient build(QlikClientBuilder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "The credentials cannot be used: " + e.getMessage(),
                    "Correct " + PropertyNames.of("api-key") + " or the settings that begin with "
                            + PropertyNames.of("oauth") + ", or the bean that provides the credentials.",
                    e);
        } catch (IllegalStateException e) {
            // The tenant and the credentials are set, so only the caller can be missing.
            throw new InvalidSettingException(
                    "The setting " + PropertyNames.of(SettingsApplier.CALLER)
                            + " is missing: the shared rate limit cannot derive it from supplied tokens.",
                    "Set " + PropertyNames.of(SettingsApplier.CALLER)
                            + " to a name that all instances of the same user share, such as etl.",
                    e);
        }
    }
}
