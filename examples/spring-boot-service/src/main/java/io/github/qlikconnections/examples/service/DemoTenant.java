package io.github.qlikconnections.examples.service;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.spring.QlikConnectionDetails;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** A tenant in the process of the service, to try the service without a real one. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoTenant {

    @Bean
    FakeTenant tenant() {
        FakeTenant tenant = FakeTenant.start();
        tenant.addSpace("Finance", SpaceType.SHARED);
        return tenant;
    }

    @Bean
    QlikConnectionDetails demoConnectionDetails(FakeTenant tenant) {
        return QlikConnectionDetails.of(tenant.url(), QlikCredentials.apiKey(Secret.of(tenant.apiKey())));
    }

    @EventListener
    void printAddress(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        System.out.println("Open http://localhost:" + environment.getProperty("local.server.port"));
    }
}
