package io.github.qlikconnections.spring.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.spring.QlikConnectionsAutoConfiguration;
import io.github.qlikconnections.spring.QlikConnectionsProperties.HealthCheck;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.ManualClock;
import io.github.qlikconnections.testkit.StubResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.util.ReflectionTestUtils;

class QlikHealthAutoConfigurationTest {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    private final FakeTenant tenant = extension.tenant();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new TrackedContext())
            .withConfiguration(
                    AutoConfigurations.of(QlikConnectionsAutoConfiguration.class, QlikHealthAutoConfiguration.class));

    private ApplicationContextRunner configuredApplication() {
        return application.withPropertyValues(
                "qlik.connections.tenant=" + tenant.url(), "qlik.connections.api-key=" + tenant.apiKey());
    }

    @Test
    void healthIsNotCheckedByDefault() {
        configuredApplication().run(context -> assertThat(context).doesNotHaveBean("qlikHealthIndicator"));
    }

    @Test
    void acceptedCredentialsAreUpWithTheUserAndTheResultIsCached() {
        configuredApplication()
                .withPropertyValues("management.health.qlik.enabled=true")
                .run(context -> {
                    assertThat(tenant.requestCount()).isZero();

                    Object health = health(context.getBean("qlikHealthIndicator"));

                    assertThat(health).hasToString("UP {qlikClient={userId=" + tenant.userId() + "}}");
                    assertThat(health(context.getBean("qlikHealthIndicator"))).isEqualTo(health);
                    assertThat(tenant.requests())
                            .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"))
                            .extracting(request -> request.path())
                            .containsOnlyOnce("/api/v1/users/me");
                });
    }

    @Test
    void rejectedCredentialsAreDownWithTheStatusAndWithoutTheKey() {
        application
                .withPropertyValues(
                        "qlik.connections.tenant=" + tenant.url(),
                        "qlik.connections.api-key=wrong-key",
                        "management.health.qlik.enabled=true")
                .run(context -> assertThat(health(context.getBean("qlikHealthIndicator")))
                        .hasToString("DOWN {qlikClient={error=AuthenticationException, status=401}}"));
    }

    @ParameterizedTest
    @CsvSource({"403, UP", "429, UNKNOWN", "502, DOWN"})
    void errorOfTheTenantHasItsStatus(int response, String status) {
        tenant.stubAll(request -> true, request -> StubResponse.status(response));

        configuredApplication()
                .withPropertyValues("management.health.qlik.enabled=true")
                .run(context -> assertThat(health(context.getBean("qlikHealthIndicator")))
                        .asString()
                        .startsWith(status + " {qlikClient={error=")
                        .endsWith("status=" + response + "}}"));
    }

    /** The type of the result differs between the lines of Spring Boot, and its text does not. */
    private static Object health(Object indicator) {
        return ReflectionTestUtils.invokeMethod(indicator, "health");
    }

    @Test
    void resultIsCachedForItsTimeAndNotRetried() {
        ManualClock clock = ManualClock.at(Instant.EPOCH);
        try (QlikClient client = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            TenantCheck check =
                    new TenantCheck(client, new HealthCheck(Duration.ofSeconds(60), Duration.ofSeconds(5)), clock);
            tenant.stubNext(StubResponse.status(503));

            assertThat(check.check().details()).isEqualTo(Map.of("error", "ServerException", "status", 503));
            clock.advance(Duration.ofSeconds(59));
            assertThat(check.check().status()).isEqualTo(TenantStatus.DOWN);
            assertThat(tenant.requestCount()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(1));
            assertThat(check.check().status()).isEqualTo(TenantStatus.UP);
        }
    }
}
