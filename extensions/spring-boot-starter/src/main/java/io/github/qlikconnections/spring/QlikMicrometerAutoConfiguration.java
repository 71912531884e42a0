package io.github.qlikconnections.spring;

import io.github.qlikconnections.micrometer.QlikMeterListener;
import io.github.qlikconnections.micrometer.QlikObservationListener;
import io.github.qlikconnections.micrometer.QlikRequestContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the observations and the meters of all clients, if the application has an {@link ObservationRegistry} or a {@link
 * MeterRegistry}.
 */
@AutoConfiguration(
        afterName = {
            // Spring Boot 3.5.
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            // Spring Boot 4, which moved them.
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
public final class QlikMicrometerAutoConfiguration {

    QlikMicrometerAutoConfiguration() {}

    /** The timer and the span of each request. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ObservationRegistry.class, QlikObservationListener.class})
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    static final class ObservationConfiguration {

        @Bean
        @ConditionalOnMissingBean
        QlikObservationListener qlikObservationListener(
                ObservationRegistry registry, ObjectProvider<ObservationConvention<QlikRequestContext>> convention) {
            return QlikObservationListener.builder(registry)
                    .convention(convention.getIfAvailable())
                    .build();
        }
    }

    /** The meters of everything that is no request. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({MeterRegistry.class, QlikMeterListener.class})
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    static final class MeterConfiguration {

        @Bean
        @ConditionalOnMissingBean
        QlikMeterListener qlikMeterListener(MeterRegistry registry) {
            return QlikMeterListener.of(registry);
        }
    }
}
