package io.github.qlikconnections.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.spring.QlikClientFactory;
import io.github.qlikconnections.spring.QlikConnectionDetails;
import io.github.qlikconnections.spring.QlikConnectionsAutoConfiguration;
import io.github.qlikconnections.testkit.FakeTenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SeveralTenantsTest {

    @Configuration(proxyBeanMethods = false)
    static class Tenants {

        @Bean
        QlikClient emea(
                QlikClientFactory factory,
                @Value("${acme.emea.tenant}") String tenant,
                @Value("${acme.emea.api-key}") String key) {
            return factory.create(QlikConnectionDetails.of(tenant, QlikCredentials.apiKey(Secret.of(key))));
        }

        @Bean
        QlikClient apac(
                QlikClientFactory factory,
                @Value("${acme.apac.tenant}") String tenant,
                @Value("${acme.apac.api-key}") String key) {
            return factory.create(QlikConnectionDetails.of(tenant, QlikCredentials.apiKey(Secret.of(key))));
        }
    }

    record Report(
            @Qualifier("emea") QlikClient emea,
            @Qualifier("apac") QlikClient apac) {}

    @Test
    void eachClientUsesItsTenant() {
        try (FakeTenant emea = FakeTenant.builder().userId("emea-user").start();
                FakeTenant apac = FakeTenant.builder().userId("apac-user").start()) {
            new ApplicationContextRunner()
                    .withInitializer(new TrackedContext())
                    .withConfiguration(AutoConfigurations.of(QlikConnectionsAutoConfiguration.class))
                    .withUserConfiguration(Tenants.class, Report.class)
                    .withPropertyValues(
                            "acme.emea.tenant=" + emea.url(),
                            "acme.emea.api-key=" + emea.apiKey(),
                            "acme.apac.tenant=" + apac.url(),
                            "acme.apac.api-key=" + apac.apiKey())
                    .run(context -> {
                        Report report = context.getBean(Report.class);
                        assertThat(report.emea().users().me().id()).isEqualTo("emea-user");
                        assertThat(report.apac().users().me().id()).isEqualTo("apac-user");
                    });
        }
    }
}
