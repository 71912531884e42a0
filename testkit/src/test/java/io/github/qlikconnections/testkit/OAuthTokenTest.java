package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTokenTest {

    private static final KeyPair RSA = keys("RSA", null);
    private static final KeyPair EC = keys("EC", "secp384r1");
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    @RegisterExtension
    FakeTenantExtension extension = FakeTenantExtension.of(FakeTenant.builder()
            .clock(clock)
            .oauthClient("app", "S3CRET")
            .oauthClient("rsa-app", RSA.getPublic())
            .oauthClient("ec-app", EC.getPublic())
            .tokenLifetime(Duration.ofMinutes(10))
            .build());

    FakeTenant tenant = extension.tenant();

    private ApiCaller anonymous;

    @BeforeEach
    void call() {
        anonymous = new ApiCaller(tenant.url(), "");
    }

    private static KeyPair keys(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve == null) {
                generator.initialize(2048);
            } else {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ApiResponse token(String clientId, String secret) {
        return anonymous.post(
                "/oauth/token",
                "{\"client_id\": \"" + clientId + "\", \"client_secret\": \"" + secret
                        + "\", \"grant_type\": \"client_credentials\"}");
    }

    private int statusWith(String token) {
        return new ApiCaller(tenant.url(), token).get("/api/v1/data-sources").status();
    }

    @Test
    void tokenIsValidUntilItExpires() {
        JsonNode response = token("app", "S3CRET").json();
        String token = response.path("access_token").asText();

        assertThat(response.path("token_type").asText()).isEqualTo("bearer");
        assertThat(response.path("expires_in").asInt()).isEqualTo(600);
        assertThat(response.path("expires_at").asText()).isEqualTo("2026-01-01T00:10:00.000Z");
        assertThat(statusWith(token)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(599));
        assertThat(statusWith(token)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(statusWith(tenant.apiKey())).isEqualTo(200);
    }

    @Test
    void clientOwnsItsCreatedConnections() {
        String token = token("app", "S3CRET").json().path("access_token").asText();

        new ApiCaller(tenant.url(), token)
                .created("{\"dataSourceId\": \"rest\", \"qName\": \"x\", \"connectionProperties\": {}}");

        assertThat(tenant.connections().get(0).owner()).isEqualTo("qlikbot-app");
    }

    @Test
    void formEncodedRequestIsAccepted() {
        ApiResponse response = anonymous.send(
                "POST",
                "/oauth/token",
                "client_id=app&client_secret=S3CRET&grant_type=client_credentials&scope=user_default%20admin_classic",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("scope").asText()).isEqualTo("user_default admin_classic");
    }

    @Test
    void wrongSecretIsRejectedInTheOAuthErrorFormat() {
        for (ApiResponse response : new ApiResponse[] {token("app", "guess"), token("nobody", "S3CRET")}) {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.error().path("status").isTextual()).isTrue();
            assertThat(response.body()).doesNotContain("S3CRET", "guess");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"client_id\": \"app\", \"client_secret\": \"S3CRET\", \"grant_type\": \"password\"}",
                "{\"client_id\": \"app\", \"grant_type\": \"client_credentials\"}",
                "{\"client_assertion\": \"x.y\", \"grant_type\": \"client_credentials\"}"
            })
    void incompleteRequestIsRejected(String body) {
        assertThat(anonymous.post("/oauth/token", body).status()).isEqualTo(400);
    }

    @Test
    void tokensAreRevokedBeforeTheyExpire() {
        String first = token("app", "S3CRET").json().path("access_token").asText();
        String second = token("app", "S3CRET").json().path("access_token").asText();

        ApiResponse revoked = anonymous.post("/oauth/revoke", "{\"token\": \"" + first + "\"}");

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertThat(statusWith(first)).isEqualTo(401);
        assertThat(statusWith(second)).isEqualTo(200);
        tenant.revokeAccessTokens();
        assertThat(statusWith(second)).isEqualTo(401);
    }

    static Stream<Arguments> algorithms() {
        return Stream.of(
                arguments("RS256", "SHA256withRSA", RSA, "rsa-app"),
                arguments("RS512", "SHA512withRSA", RSA, "rsa-app"),
                arguments("ES384", "SHA384withECDSAinP1363Format", EC, "ec-app"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("algorithms")
    void signedAssertionIsAcceptedOnce(String name, String algorithm, KeyPair keys, String client) throws Exception {
        String jwt = jwt(name, algorithm, keys, claims(client, tenant.url() + "/oauth/token", 300));

        assertThat(byAssertion(jwt).status()).isEqualTo(200);
        assertThat(byAssertion(jwt).status()).isEqualTo(401);
    }

    @Test
    void foreignLongLivedOrForgedAssertionIsRejected() throws Exception {
        String here = tenant.url() + "/oauth/token";

        assertThat(rs256(claims("rsa-app", tenant.url(), 300))).isEqualTo(401);
        assertThat(rs256(claims("rsa-app", here, 301))).isEqualTo(401);
        assertThat(rs256(claims("ec-app", here, 300))).isEqualTo(401);
        assertThat(rs256(claims("stranger", here, 300))).isEqualTo(401);
        assertThat(rs256(claims("rsa-app", here, 300).replace("\"jti\"", "\"no\"")))
                .isEqualTo(401);
        assertThat(rs256(claims("rsa-app", here, 300).replace("\"sub\":\"rsa", "\"sub\":\"ec")))
                .isEqualTo(401);
        clock.advance(Duration.ofSeconds(10));
        assertThat(rs256(claims("rsa-app", here, -5))).isEqualTo(401);
        String none = jwt("none", "SHA256withRSA", RSA, claims("rsa-app", here, 300));
        assertThat(byAssertion(none).status()).isEqualTo(401);
        assertThat(byAssertion("a.b.c").status()).isEqualTo(400);
    }

    private int rs256(String claims) throws GeneralSecurityException {
        return byAssertion(jwt("RS256", "SHA256withRSA", RSA, claims)).status();
    }

    private ApiResponse byAssertion(String jwt) {
        return anonymous.send(
                "POST",
                "/oauth/token",
                "grant_type=client_credentials&client_assertion=" + jwt + "&client_assertion_type="
                        + URLEncoder.encode(JWT_BEARER, StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private String claims(String client, String audience, int lifetime) {
        long now = clock.instant().getEpochSecond();
        return "{\"iss\":\"" + client + "\",\"sub\":\"" + client + "\",\"aud\":\"" + audience + "\",\"jti\":\"id-"
                + System.nanoTime() + "\",\"iat\":" + now + ",\"exp\":" + (now + lifetime) + "}";
    }

    private static String jwt(String name, String algorithm, KeyPair keys, String claims)
            throws GeneralSecurityException {
        String signed = base64("{\"alg\":\"" + name + "\"}") + "." + base64(claims);
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(keys.getPrivate());
        signer.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
