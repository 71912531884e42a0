package io.github.qlikconnections.spring;

import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A tenant, and an application context with the auto-configuration. */
abstract class StarterFixture {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new TrackedContext())
            .withConfiguration(AutoConfigurations.of(
                    SslAutoConfiguration.class,
                    QlikConnectionsAutoConfiguration.class,
                    QlikEntryPointsAutoConfiguration.class));

    /** Returns an application whose settings are the tenant and its API key. */
    ApplicationContextRunner configuredApplication() {
        return application.withPropertyValues(
                "qlik.connections.tenant=" + tenant.url(), "qlik.connections.api-key=" + tenant.apiKey());
    }
}
