package io.github.qlikconnections;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.error.UnexpectedResponseException;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.StubResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Common mistakes of new users. Each has its own exception and a message that names the next step. */
class CommonMistakesTest {

    @RegisterExtension
    static final WireMockExtension OTHER_SERVER = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    @Test
    void unreachableTenantIsReportedWithItsAddress() {
        try (QlikClient qlik =
                TrackedClients.build(builder("http://127.0.0.1:1").backoffBaseDelay(Duration.ofMillis(1)))) {
            TransportException unreachable = catchThrowableOfType(
                    TransportException.class, () -> qlik.dataSources().list());
            assertThat(unreachable)
                    .hasMessage("Cannot list the data sources: http://127.0.0.1:1 could not be reached."
                            + " Check the tenant address, the network and any proxy.");
            assertThat(unreachable.outcomeUnknown()).isFalse();
        }
    }

    @Test
    void rejectedApiKeyIsReportedAsAuthenticationFailure() {
        try (QlikClient qlik = TrackedClients.build(builder(tenant.url()))) {
            assertThatThrownBy(() -> qlik.dataSources().list())
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("401")
                    .hasMessageEndingWith(
                            "Check that the API key or token belongs to this tenant and has not expired or been revoked.")
                    .hasMessageNotContaining("not-the-key");
        }
    }

    @Test
    void htmlResponseIsReportedAsUnexpected() {
        OTHER_SERVER.stubFor(any(anyUrl())
                .willReturn(ok("<html>Welcome</html>").withHeader("Content-Type", "text/html; charset=utf-8")));
        try (QlikClient qlik = TrackedClients.build(builder(OTHER_SERVER.baseUrl()))) {
            assertThatThrownBy(() -> qlik.dataSources().list())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("text/html, not JSON")
                    .hasMessageContaining("is the address of a Qlik Cloud tenant");
        }
    }

    @Test
    void emptyResponseIsReportedAsUnexpected() {
        OTHER_SERVER.stubFor(any(anyUrl()).willReturn(ok()));
        try (QlikClient qlik = TrackedClients.build(builder(OTHER_SERVER.baseUrl()))) {
            assertThatThrownBy(() -> qlik.dataSources().list())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("has no body");
        }
    }

    @Test
    void tenantAddressWithoutASchemeIsRejectedWithTheCompleteAddress() {
        assertThatThrownBy(() -> QlikClient.builder().tenant("acme.eu.qlikcloud.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Write https://acme.eu.qlikcloud.com.");
    }

    @Test
    void missingOrInvalidBuilderOptionIsNamed() {
        assertThatThrownBy(() -> TrackedClients.build(QlikClient.builder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call tenant(");
        assertThatThrownBy(() -> TrackedClients.build(QlikClient.builder().tenant("https://acme.eu.qlikcloud.com")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call credentials(");
        assertThatThrownBy(() -> QlikClient.builder().connectTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connectTimeout must be positive");
        assertThatThrownBy(() -> QlikClient.builder().operationTimeout(ChronoUnit.FOREVER.getDuration()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operationTimeout must be at most 365 days");
        assertThatThrownBy(() -> QlikClient.builder().maxAttempts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxAttempts must be at least 1");
    }

    @Test
    void malformedApiVersionIsRejected() {
        for (String version : new String[] {"", "2026", "2026-13", "2026-11-01", "2026-1", "v1"}) {
            assertThatThrownBy(() -> QlikClient.builder().apiVersion(version))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("apiVersion must be a year and a month such as 2026-11.");
        }
    }

    @Test
    void closedClientRejectsCalls() {
        QlikClient qlik = TrackedClients.build(builder(tenant.url()));
        qlik.close();
        assertThatThrownBy(() -> qlik.spaces().list().stream().toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This client is closed.");
    }

    @Test
    void apiVersionIsSentOnlyIfSet() {
        try (QlikClient with = TrackedClients.build(builder(tenant.url()).apiVersion("2026-11"));
                QlikClient without = TrackedClients.build(builder(tenant.url()))) {
            assertThatThrownBy(() -> with.spaces().list().stream().toList())
                    .isInstanceOf(AuthenticationException.class);
            assertThatThrownBy(() -> without.spaces().list().stream().toList())
                    .isInstanceOf(AuthenticationException.class);
        }
        assertThat(tenant.requests().get(0).header("qlik-api-version")).contains("2026-11");
        assertThat(tenant.requests().get(1).header("qlik-api-version")).isEmpty();
    }

    @Test
    void nullBuilderOptionIsRejectedWithItsName() {
        QlikClientBuilder builder = QlikClient.builder();
        assertThatThrownBy(() -> builder.tenant(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The tenant address is null.");
        assertThatThrownBy(() -> builder.connectTimeout(null))
                .hasMessageStartingWith("connectTimeout must not be null.");
        assertThatThrownBy(() -> builder.proxy(null, 1)).hasMessageStartingWith("host must not be null.");
        assertThatThrownBy(() -> builder.trustStore(null, Secret.of("x")))
                .hasMessageStartingWith("file must not be null.");
        assertThatThrownBy(() -> builder.sslContext(null)).hasMessageStartingWith("context must not be null.");
        assertThatThrownBy(() -> builder.applicationName(null)).hasMessageStartingWith("name must not be null.");
        assertThatThrownBy(() -> builder.apiVersion(null)).hasMessageStartingWith("version must not be null.");
    }

    @Test
    void nameGivenAsAnIdIsExplained() {
        tenant.stubNext(
                "GET",
                "/api/v1/data-connections/a%20name",
                StubResponse.error(400, "DCERROR-0010", "Bad or invalid request", "qID is not a UUID."));
        try (QlikClient qlik = TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            assertThatThrownBy(() -> qlik.dataConnections().get("a name"))
                    .isInstanceOf(QlikApiException.class)
                    .hasMessage(
                            "Cannot get connection a name: 400 Bad Request, DCERROR-0010 Bad or invalid request: qID is"
                                    + " not a UUID. This is not a connection id: use findByName(name, space) to look a connection up"
                                    + " by its name.");
        }
    }

    @Test
    void toStringOfABuilderContainsTenantAndCredentialsType() {
        assertThat(builder("https://acme.eu.qlikcloud.com"))
                .hasToString("QlikClientBuilder[https://acme.eu.qlikcloud.com, ApiKeyCredentials]");
        assertThat(QlikClient.builder()).hasToString("QlikClientBuilder[no tenant, no credentials]");
    }

    private static QlikClientBuilder builder(String tenant) {
        return QlikClient.builder()
                .tenant(tenant)
                .credentials(QlikCredentials.apiKey(Secret.of("not-the-key")))
                .backoffBaseDelay(Duration.ofMillis(1));
    }
}
