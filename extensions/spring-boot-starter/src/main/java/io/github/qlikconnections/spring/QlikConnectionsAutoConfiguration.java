package io.github.qlikconnections.spring;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.rate.RateLimiter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/** Configures a {@link QlikClient} and its {@link QlikClientFactory}. Sends no request. */
@AutoConfiguration(after = SslAutoConfiguration.class)
@EnableConfigurationProperties(QlikConnectionsProperties.class)
@ImportRuntimeHints(QlikRuntimeHints.class)
public final class QlikConnectionsAutoConfiguration {

    QlikConnectionsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    QlikClientFactory qlikClientFactory(
            QlikConnectionsProperties properties,
            ObjectProvider<SslBundles> sslBundles,
            ObjectProvider<RequestListener> listeners,
            ObjectProvider<RateLimiter> rateLimiter,
            ObjectProvider<QlikClientBuilderCustomizer> customizers) {
        return new QlikClientFactory(properties, sslBundles, listeners, rateLimiter, customizers);
    }

    @Bean
    @ConditionalOnMissingBean
    QlikConnectionDetails qlikConnectionDetails(
            QlikConnectionsProperties properties, ObjectProvider<QlikCredentials> credentials) {
        return new PropertiesConnectionDetails(properties, credentials);
    }

    @Bean
    @ConditionalOnMissingBean
    QlikClient qlikClient(QlikClientFactory factory, QlikConnectionDetails details) {
        return factory.create(details);
    }
}
