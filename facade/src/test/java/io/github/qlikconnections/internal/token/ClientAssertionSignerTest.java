package io.github.qlikconnections.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.PrivateKeyCredentials;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import io.github.qlikconnections.internal.http.ManualTiming;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionSignerTest {

    private static final String AUDIENCE = "https://acme.eu.qlikcloud.com/oauth/token";

    private final ManualTiming timing = new ManualTiming();

    @ParameterizedTest
    @EnumSource
    void assertionHasTheClaimsAndSignatureOfRfc7523(SigningAlgorithm algorithm) throws Exception {
        KeyPair keys = TestKeys.of(algorithm);
        PrivateKeyCredentials client = client(TestKeys.pem(keys), algorithm).withKeyId("k-1");
        String[] parts = ClientAssertionSigner.of(client, AUDIENCE, timing)
                .sign()
                .reveal()
                .split("\\.", -1);

        assertThat(parts).hasSize(3);
        JsonNode header = json(parts[0]);
        assertThat(header.path("alg").asText()).isEqualTo(algorithm.name());
        assertThat(header.path("kid").asText()).isEqualTo("k-1");
        JsonNode claims = json(parts[1]);
        assertThat(claims.path("iss").asText()).isEqualTo("client-7");
        assertThat(claims.path("sub").asText()).isEqualTo("client-7");
        assertThat(claims.path("aud").asText()).isEqualTo(AUDIENCE);
        assertThat(claims.path("iat").asLong())
                .as("a few seconds back, for a tenant whose clock is behind")
                .isEqualTo(timing.now().getEpochSecond() - 10);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(1L, 300L);
        assertThat(verified(algorithm, keys.getPublic(), parts[0] + "." + parts[1], parts[2]))
                .isTrue();
        assertThat(verified(algorithm, keys.getPublic(), parts[0] + "." + parts[0], parts[2]))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r\\n", "\r\n", "", " ", "\\\\n", "\\u000A", "\\n\\t", "\u00a0\n", "\uFEFF"})
    void keyWithEscapedLineBreaksIsRead(String lineBreak) throws Exception {
        String pem = TestKeys.pem(TestKeys.of(SigningAlgorithm.ES384))
                .replaceAll("\r?\n", java.util.regex.Matcher.quoteReplacement(lineBreak));

        assertThat(ClientAssertionSigner.of(client(pem, SigningAlgorithm.ES384), AUDIENCE, timing)
                        .sign()
                        .reveal())
                .startsWith("eyJ");
    }

    @Test
    void eachAssertionIsUnique() throws Exception {
        ClientAssertionSigner assertion = ClientAssertionSigner.of(
                client(TestKeys.pem(TestKeys.of(SigningAlgorithm.RS256)), SigningAlgorithm.RS256), AUDIENCE, timing);
        assertThat(assertion.sign().reveal()).isNotEqualTo(assertion.sign().reveal());
    }

    @Test
    void keyOfAnotherAlgorithmIsRejected() throws Exception {
        String rsa = TestKeys.pem(TestKeys.of(SigningAlgorithm.RS256));
        String curve256 = TestKeys.pem(TestKeys.elliptic("secp256r1"));
        assertThatThrownBy(() -> ClientAssertionSigner.of(client(rsa, SigningAlgorithm.ES384), AUDIENCE, timing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a key for ES384")
                .hasNoCause();
        assertThatThrownBy(() -> ClientAssertionSigner.of(client(curve256, SigningAlgorithm.ES384), AUDIENCE, timing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-384");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "marker",
                "-----BEGIN PRIVATE KEY-----\nmarker!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nbWFya2Vy\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nmarker\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nmarker\n-----END ENCRYPTED PRIVATE KEY-----"
            })
    void messageForAnInvalidKeyDoesNotContainIt(String pem) {
        assertThatThrownBy(() -> ClientAssertionSigner.of(client(pem, SigningAlgorithm.RS512), AUDIENCE, timing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The private key is ")
                .hasMessageNotContaining("marker")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-----BEGIN PRIVATE KEY-----A-----END PRIVATE KEY-----     |incomplete or damaged: it is not valid base64",
                "-----BEGIN PRIVATE KEY-----MIIB=A-----END PRIVATE KEY-----|incomplete or damaged: it is not valid base64",
                "-----BEGIN PRIVATE KEY-----MIIB                           |-----END PRIVATE KEY----- must follow",
                "-----BEGIN OPENSSH PRIVATE KEY-----MIIB                   |ssh-keygen -p -m PKCS8",
                "-----BEGIN DSA PRIVATE KEY-----MIIB                       |openssl pkcs8 -topk8",
                "-----BEGIN EC PARAMETERS----- -----BEGIN EC PRIVATE KEY-----|openssl pkcs8 -topk8",
                "-----BEGIN PUBLIC KEY-----MIIB-----END PUBLIC KEY-----    |such as a certificate or a public key",
                "/etc/keys/key.pem                                         |must begin with -----BEGIN PRIVATE KEY-----"
            })
    void messageForAnInvalidKeyStatesWhatIsWrong(String pem, String problem) {
        assertThatThrownBy(() -> ClientAssertionSigner.of(client(pem, SigningAlgorithm.RS256), AUDIENCE, timing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The private key is ")
                .hasMessageContaining(problem);
    }

    private static PrivateKeyCredentials client(String pem, SigningAlgorithm algorithm) {
        return QlikCredentials.privateKey("client-7", Secret.of(pem), algorithm);
    }

    private static JsonNode json(String part) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }

    private static boolean verified(SigningAlgorithm algorithm, PublicKey key, String text, String signature)
            throws Exception {
        Signature check = Signature.getInstance(
                switch (algorithm) {
                    case RS256 -> "SHA256withRSA";
                    case RS512 -> "SHA512withRSA";
                    case ES384 -> "SHA384withECDSAinP1363Format";
                });
        check.initVerify(key);
        check.update(text.getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(signature));
    }
}
