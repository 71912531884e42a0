package io.github.qlikconnections.spring.health;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.spring.QlikConnectionsAutoConfiguration;
import io.github.qlikconnections.spring.QlikConnectionsProperties;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the health indicator {@code qlik} if {@code management.health.qlik.enabled} is true. It checks the tenants of all
 * clients.
 */
@AutoConfiguration(after = QlikConnectionsAutoConfiguration.class)
@ConditionalOnBean(QlikClient.class)
@ConditionalOnProperty(name = "management.health.qlik.enabled", havingValue = "true")
public final class QlikHealthAutoConfiguration {

    QlikHealthAutoConfiguration() {}

    /** Spring Boot 3.5. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static final class ActuatorConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "qlikHealthIndicator")
        ActuatorHealthIndicator qlikHealthIndicator(
                Map<String, QlikClient> clients, QlikConnectionsProperties properties) {
            return new ActuatorHealthIndicator(new TenantChecks(clients, properties.health()));
        }
    }

    /** Spring Boot 4, which moved the health API to a package and an artifact of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static final class ContributorConfiguration {

        @Bean
        @ConditionalOnMissingBean(name = "qlikHealthIndicator")
        ContributorHealthIndicator qlikHealthIndicator(
                Map<String, QlikClient> clients, QlikConnectionsProperties properties) {
            return new ContributorHealthIndicator(new TenantChecks(clients, properties.health()));
        }
    }
}
