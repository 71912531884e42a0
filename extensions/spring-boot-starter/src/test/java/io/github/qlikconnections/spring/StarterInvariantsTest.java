package io.github.qlikconnections.spring;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.invariants.ClientInvariantsContract;
import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.testkit.FakeTenant;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StarterInvariantsTest extends ClientInvariantsContract {

    @Override
    protected void sendRequest(Runnable beforeResponse) {
        try (FakeTenant tenant = FakeTenant.start()) {
            respondAfter(beforeResponse, tenant);
            new ApplicationContextRunner()
                    .withInitializer(new TrackedContext())
                    .withConfiguration(AutoConfigurations.of(QlikConnectionsAutoConfiguration.class))
                    .withPropertyValues(
                            "qlik.connections.tenant=" + tenant.url(), "qlik.connections.api-key=" + tenant.apiKey())
                    .run(context -> context.getBean(QlikClient.class).users().me());
        }
    }
}
