package io.github.qlikconnections.spring.test;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.spring.QlikConnectionDetails;
import io.github.qlikconnections.spring.QlikConnectionsAutoConfiguration;
import io.github.qlikconnections.testkit.FakeTenant;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Starts a {@link FakeTenant} and provides its address and API key. */
@AutoConfiguration(before = QlikConnectionsAutoConfiguration.class)
public final class FakeTenantAutoConfiguration {

    FakeTenantAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    FakeTenant fakeTenant() {
        return FakeTenant.start();
    }

    @Bean
    @ConditionalOnMissingBean
    QlikConnectionDetails fakeTenantConnectionDetails(FakeTenant tenant) {
        return QlikConnectionDetails.of(tenant.url(), QlikCredentials.apiKey(Secret.of(tenant.apiKey())));
    }
}
