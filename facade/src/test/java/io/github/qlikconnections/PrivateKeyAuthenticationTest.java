package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.internal.token.TestKeys;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ReceivedRequest;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client with private key authentication, and a tenant that checks signature, audience, lifetime and reuse. */
class PrivateKeyAuthenticationTest {

    private static final String CLIENT = "client-8";

    @ParameterizedTest
    @EnumSource
    void everyTokenRequestHasItsOwnAssertion(SigningAlgorithm algorithm) throws Exception {
        KeyPair keys = TestKeys.of(algorithm);
        try (FakeTenant tenant = FakeTenant.builder()
                        .oauthClient(CLIENT, keys.getPublic())
                        .start();
                QlikClient qlik = client(tenant, keys, algorithm)) {
            assertThat(qlik.spaces().list()).isEmpty();
            assertThat(qlik.spaces().list()).isEmpty();
            assertThat(tokenRequests(tenant)).hasSize(1);

            tenant.revokeAccessTokens();
            assertThat(qlik.spaces().list()).isEmpty();
            assertThat(tokenRequests(tenant)).hasSize(2).allSatisfy(request -> {
                assertThat(request.header("Authorization")).isEmpty();
                assertThat(request.body())
                        .contains("\"grant_type\":\"client_credentials\"")
                        .contains(
                                "\"client_assertion_type\":\"urn:ietf:params:oauth:client-assertion-type:jwt-bearer\"")
                        .doesNotContain("client_secret");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongPrivateKeyIsReportedWithWhatToCheck(SigningAlgorithm algorithm) throws Exception {
        try (FakeTenant tenant = FakeTenant.builder()
                        .oauthClient(CLIENT, TestKeys.of(algorithm).getPublic())
                        .start();
                QlikClient qlik = client(tenant, TestKeys.of(algorithm), algorithm)) {
            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class,
                    () -> qlik.spaces().list().stream().toList());
            assertThat(failure.status()).isEqualTo(401);
            assertThat(failure.code()).contains("OAUTH-401");
            assertThat(failure)
                    .hasMessageContaining("Check the client id and its secret or private key")
                    .hasMessageContaining("the clock of this machine")
                    .hasMessageNotContaining("eyJ");
            assertThat(tokenRequests(tenant)).hasSize(1);
            assertThat(tenant.requests()).hasSize(1);
        }
    }

    private static List<ReceivedRequest> tokenRequests(FakeTenant tenant) {
        return tenant.requests().stream()
                .filter(request -> request.path().equals("/oauth/token"))
                .toList();
    }

    private static QlikClient client(FakeTenant tenant, KeyPair keys, SigningAlgorithm algorithm) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.privateKey(CLIENT, Secret.of(TestKeys.pem(keys)), algorithm)));
    }
}
