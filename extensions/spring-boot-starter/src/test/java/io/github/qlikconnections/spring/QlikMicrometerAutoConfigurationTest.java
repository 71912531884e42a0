package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.micrometer.QlikMeterListener;
import io.github.qlikconnections.micrometer.QlikObservationListener;
import io.github.qlikconnections.micrometer.QlikRequestConvention;
import io.github.qlikconnections.testkit.StubResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class QlikMicrometerAutoConfigurationTest extends StarterFixture {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();

    /** The configurations of the registries have other names in each line of Spring Boot, so all are applied. */
    @Test
    void requestsAndRetriesAreInTheConfiguredRegistry() {
        configuredApplication()
                .withUserConfiguration(AllAutoConfigurations.class)
                .withPropertyValues("qlik.connections.retries.backoff-base-delay=1ms")
                .run(context -> {
                    tenant.stubNext(StubResponse.status(503));

                    context.getBean(DataSources.class).list();

                    MeterRegistry configured = context.getBean(MeterRegistry.class);
                    assertThat(configured
                                    .get("qlik.client.requests")
                                    .tags("method", "GET", "status", "200", "outcome", "SUCCESS")
                                    .timer()
                                    .count())
                            .isEqualTo(1);
                    assertThat(configured.get("qlik.client.retries").counter().count())
                            .isEqualTo(1);
                });
    }

    @Test
    void conventionBeanNamesTheObservations() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        measuredApplication()
                .withBean(ObservationRegistry.class, () -> observations)
                .withBean(AcmeConvention.class, AcmeConvention::new)
                .run(context -> {
                    context.getBean(DataSources.class).list();

                    assertThat(meters.get("acme.qlik.requests").timer().count()).isEqualTo(1);
                    assertThat(meters.find("qlik.client.requests").timer()).isNull();
                });
    }

    @Test
    void ownListenersReplaceTheConfiguredOnes() {
        QlikObservationListener ownObservations =
                QlikObservationListener.builder(observations).build();
        QlikMeterListener ownMeters = QlikMeterListener.of(meters);

        measuredApplication()
                .withBean(ObservationRegistry.class, () -> observations)
                .withBean(MeterRegistry.class, () -> meters)
                .withBean("ownObservations", QlikObservationListener.class, () -> ownObservations)
                .withBean("ownMeters", QlikMeterListener.class, () -> ownMeters)
                .run(context -> assertThat(context)
                        .getBeans(RequestListener.class)
                        .containsOnlyKeys("ownObservations", "ownMeters"));
    }

    @Test
    void eachListenerNeedsItsRegistryOnly() {
        measuredApplication().run(context -> assertThat(context).doesNotHaveBean(RequestListener.class));
        measuredApplication()
                .withBean(ObservationRegistry.class, () -> observations)
                .run(context -> assertThat(context)
                        .hasSingleBean(QlikObservationListener.class)
                        .doesNotHaveBean(QlikMeterListener.class));
        measuredApplication()
                .withBean(MeterRegistry.class, () -> meters)
                .run(context -> assertThat(context)
                        .hasSingleBean(QlikMeterListener.class)
                        .doesNotHaveBean(QlikObservationListener.class));
    }

    @Test
    void applicationWithoutMicrometerSendsRequests() {
        measuredApplication()
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(RequestListener.class);
                    assertThat(context.getBean(DataSources.class).list()).isNotEmpty();
                });
    }

    private ApplicationContextRunner measuredApplication() {
        return configuredApplication().withConfiguration(AutoConfigurations.of(QlikMicrometerAutoConfiguration.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class AllAutoConfigurations {}

    static final class AcmeConvention extends QlikRequestConvention {

        @Override
        public String getName() {
            return "acme.qlik.requests";
        }
    }
}
