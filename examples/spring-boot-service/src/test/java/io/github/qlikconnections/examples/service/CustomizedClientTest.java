package io.github.qlikconnections.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.Users;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.spring.QlikClientBuilderCustomizer;
import io.github.qlikconnections.spring.QlikConnectionsAutoConfiguration;
import io.github.qlikconnections.spring.QlikEntryPointsAutoConfiguration;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class CustomizedClientTest {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    /** Reads the key that is valid now. */
    interface KeyVault extends Supplier<Secret> {}

    @Configuration(proxyBeanMethods = false)
    static class Client {

        @Bean
        QlikClientBuilderCustomizer allowNewProperty() {
            return builder -> builder.validationPolicy(ValidationPolicy.strict().allow("newProperty"));
        }

        @Bean
        QlikCredentials credentials(KeyVault vault) {
            return QlikCredentials.tokens(vault);
        }
    }

    @Test
    void credentialsComeFromTheBean() {
        new ApplicationContextRunner()
                .withInitializer(new TrackedContext())
                .withConfiguration(AutoConfigurations.of(
                        QlikConnectionsAutoConfiguration.class, QlikEntryPointsAutoConfiguration.class))
                .withUserConfiguration(Client.class)
                .withBean(KeyVault.class, () -> () -> Secret.of(tenant.apiKey()))
                .withPropertyValues("qlik.connections.tenant=" + tenant.url())
                .run(context ->
                        assertThat(context.getBean(Users.class).me().id()).isEqualTo(tenant.userId()));
    }
}
