package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.Users;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ServerException;
import io.github.qlikconnections.event.RequestEvent;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.rate.RateLimitRequest;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class QlikConnectionsAutoConfigurationTest extends StarterFixture {

    @Test
    void clientAndItsEntryPointsAreBeansAndNothingIsSentAtStart() {
        configuredApplication().run(context -> {
            assertThat(context)
                    .hasSingleBean(QlikClient.class)
                    .hasSingleBean(DataSources.class)
                    .hasSingleBean(DataConnections.class)
                    .hasSingleBean(DataCredentials.class)
                    .hasSingleBean(Spaces.class)
                    .hasSingleBean(Users.class);
            assertThat(tenant.requestCount()).isZero();
            assertThat(context.getBean(Users.class).me().id()).isEqualTo(tenant.userId());
        });
    }

    @Test
    void blankSettingsCountAsNotSet() {
        configuredApplication()
                .withPropertyValues(
                        "qlik.connections.application-name=",
                        "qlik.connections.api-version= ",
                        "qlik.connections.rate-limits.caller=",
                        "qlik.connections.proxy.host=",
                        "qlik.connections.proxy.user=",
                        "qlik.connections.proxy.password=",
                        "qlik.connections.ssl.bundle=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void clientIsClosedWithTheApplication() {
        AtomicReference<QlikClient> client = new AtomicReference<>();

        configuredApplication().run(context -> client.set(context.getBean(QlikClient.class)));

        assertThatThrownBy(() -> client.get().users().me()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ownBeansReplaceTheConfiguredOnes() {
        try (QlikClient own = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            Users users = own.users();
            Spaces spaces = own.spaces();
            application
                    .withBean("ownClient", QlikClient.class, () -> own)
                    .withBean("ownUsers", Users.class, () -> users)
                    .withBean("ownSpaces", Spaces.class, () -> spaces)
                    .run(context -> {
                        assertThat(context).hasSingleBean(QlikClient.class).hasSingleBean(DataSources.class);
                        assertThat(context.getBean(QlikClient.class)).isSameAs(own);
                        assertThat(context.getBean(Users.class)).isSameAs(users);
                        assertThat(context.getBean(Spaces.class)).isSameAs(spaces);
                    });
        }
    }

    @Test
    void settingsReachTheClient() {
        configuredApplication()
                .withPropertyValues(
                        "qlik.connections.application-name=nightly-sync/2.1",
                        "qlik.connections.api-version=2026-11",
                        "qlik.connections.retries.max-attempts=1")
                .run(context -> {
                    tenant.stubNext(StubResponse.status(503));

                    assertThatThrownBy(() -> context.getBean(Users.class).me()).isInstanceOf(ServerException.class);

                    assertThat(tenant.requests()).singleElement().satisfies(request -> {
                        assertThat(request.header("User-Agent"))
                                .hasValueSatisfying(name -> assertThat(name).endsWith("nightly-sync/2.1"));
                        assertThat(request.header("qlik-api-version")).contains("2026-11");
                    });
                });
    }

    @ParameterizedTest
    @CsvSource({"strict, false", "lenient, true"})
    void validationPolicyReachesTheClient(String policy, boolean isCreatable) {
        ConnectionDraft draft = ConnectionDraft.builder("mssql", "Orders")
                .set("host", "db.example.com")
                .set("database", "sales")
                .set("newProperty", "x")
                .build();
        configuredApplication()
                .withPropertyValues("qlik.connections.validation.policy=" + policy)
                .run(context -> assertThat(context.getBean(DataConnections.class)
                                .validate(draft)
                                .isCreatable())
                        .isEqualTo(isCreatable));
    }

    @Test
    void customizersAreAppliedAfterTheSettingsInTheirOrder() {
        configuredApplication()
                .withPropertyValues("qlik.connections.application-name=settings")
                .withBean("first", QlikClientBuilderCustomizer.class, () -> builder -> builder.applicationName("first"))
                .run(context -> {
                    context.getBean(Users.class).me();
                    assertThat(tenant.requests().get(0).header("User-Agent"))
                            .hasValueSatisfying(name -> assertThat(name).endsWith("first"));
                });
    }

    @Test
    void listenerBeansReceiveTheEventsOfTheClient() {
        List<String> operations = new ArrayList<>();
        RequestListener listener = new RequestListener() {
            @Override
            public void requestFinished(RequestEvent event) {
                operations.add(event.operation());
            }
        };
        configuredApplication().withBean(RequestListener.class, () -> listener).run(context -> {
            context.getBean(DataSources.class).list();
            assertThat(operations).hasSize(1);
        });
    }

    @Test
    void rateLimiterBeanIsUsed() {
        AtomicInteger requests = new AtomicInteger();
        RateLimiter limiter = new RateLimiter() {
            @Override
            public Duration reserve(RateLimitRequest request) {
                requests.incrementAndGet();
                return Duration.ZERO;
            }

            @Override
            public void rejected(RateLimitRequest request, Duration retryAfter) {}
        };
        configuredApplication().withBean(RateLimiter.class, () -> limiter).run(context -> {
            context.getBean(DataSources.class).list();
            assertThat(requests).hasValue(1);
        });
    }

    @Test
    void credentialsOfABeanCanChangeWhileTheApplicationRuns() {
        AtomicReference<Secret> current = new AtomicReference<>(Secret.of(tenant.apiKey()));
        application
                .withPropertyValues("qlik.connections.tenant=" + tenant.url())
                .withBean(QlikCredentials.class, () -> QlikCredentials.tokens(current::get))
                .run(context -> {
                    assertThat(context.getBean(Users.class).me().id()).isEqualTo(tenant.userId());
                    current.set(Secret.of(tenant.addUser("other", false)));
                    assertThat(context.getBean(Users.class).me().id()).isEqualTo("other");
                });
    }

    @Test
    void connectionDetailsReplaceTheSettings() {
        application
                .withPropertyValues("qlik.connections.tenant=https://unused.example", "qlik.connections.api-key=unused")
                .withBean(
                        QlikConnectionDetails.class,
                        () -> QlikConnectionDetails.of(
                                tenant.url(), QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))
                .run(context ->
                        assertThat(context.getBean(Users.class).me().id()).isEqualTo(tenant.userId()));
    }

    @Test
    void severalTenantsAreQualifiedBeansOfOneFactory() {
        try (FakeTenant other = FakeTenant.builder().userId("emea-user").start()) {
            application
                    .withPropertyValues(
                            "qlik.connections.retries.max-attempts=1",
                            "acme.emea.tenant=" + other.url(),
                            "acme.emea.key=" + other.apiKey(),
                            "acme.apac.tenant=" + tenant.url(),
                            "acme.apac.key=" + tenant.apiKey())
                    .withUserConfiguration(TwoTenants.class)
                    .run(context -> {
                        assertThat(context).hasNotFailed().doesNotHaveBean(Users.class);
                        assertThat(context.getBean("emea", QlikClient.class)
                                        .users()
                                        .me()
                                        .id())
                                .isEqualTo("emea-user");
                        assertThat(context.getBean("apac", QlikClient.class)
                                        .users()
                                        .me()
                                        .id())
                                .isEqualTo(tenant.userId());
                    });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoTenants {

        @Bean
        QlikClient emea(QlikClientFactory factory, Environment settings) {
            return factory.create(details(settings, "emea"));
        }

        @Bean
        QlikClient apac(QlikClientFactory factory, Environment settings) {
            return factory.create(details(settings, "apac"));
        }

        private static QlikConnectionDetails details(Environment settings, String region) {
            return QlikConnectionDetails.of(
                    settings.getRequiredProperty("acme." + region + ".tenant"),
                    QlikCredentials.apiKey(settings.getRequiredProperty("acme." + region + ".key", Secret.class)));
        }
    }
}
