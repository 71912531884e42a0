package io.github.qlikconnections.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.testkit.FakeTenant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        classes = AutoConfigureFakeTenantTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"qlik.connections.tenant=https://unused.example", "qlik.connections.api-key=unused"})
@AutoConfigureFakeTenant
class AutoConfigureFakeTenantTest {

    @Autowired
    private FakeTenant tenant;

    @Autowired
    private DataConnections connections;

    @RepeatedTest(2)
    void tenantIsInjectedAndResetBetweenTests() {
        assertThat(tenant.requestCount()).isZero();
        assertThat(tenant.connections()).isEmpty();

        connections.create(ConnectionDraft.builder("rest", "Orders")
                .set("url", "https://orders.example.com")
                .set("method", "GET")
                .build());

        assertThat(tenant.connections()).hasSize(1);
    }

    @Nested
    class NestedTests {

        @Test
        void useTheSameTenant(@Autowired FakeTenant injected) {
            assertThat(injected).isSameAs(tenant);
            assertThat(injected.requestCount()).isZero();
        }
    }

    @Nested
    @Import(OwnTenant.class)
    class OwnTenantTests {

        @Test
        void replacesTheOneWithDefaultSettings(@Autowired Users users, @Autowired FakeTenant own) {
            assertThat(users.me().id()).isEqualTo("own-user");
            assertThat(own.requestCount()).isPositive();
        }
    }

    @TestConfiguration
    static class OwnTenant {

        @Bean
        FakeTenant ownTenant() {
            return FakeTenant.builder().userId("own-user").start();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
