package io.github.qlikconnections.internal.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.auth.PrivateKeyCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import io.github.qlikconnections.internal.http.Timing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * Signs the JWT that authenticates a client (RFC 7523, section 3; RFC 7515), with the cryptography of the JDK. This class is
 * thread-safe.
 */
final class ClientAssertionSigner {

    /** The tenant accepts at most 5 min. A shorter lifetime tolerates a clock that is ahead of the tenant's. */
    private static final Duration LIFETIME = Duration.ofMinutes(4);

    /** A tenant whose clock is behind would reject an assertion from the future. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final Map<SigningAlgorithm, String> JDK_NAMES = Map.of(
            SigningAlgorithm.RS256, "SHA256withRSA",
            SigningAlgorithm.RS512, "SHA512withRSA",
            // The fixed-length form of RFC 7518, section 3.4, not Java's default DER form.
            SigningAlgorithm.ES384, "SHA384withECDSAinP1363Format");

    private final PrivateKeyCredentials client;
    private final PrivateKey key;
    private final String audience;
    private final Timing timing;

    private ClientAssertionSigner(PrivateKeyCredentials client, PrivateKey key, String audience, Timing timing) {
        this.client = client;
        this.key = key;
        this.audience = audience;
        this.timing = timing;
    }

    /**
     * Creates a signer for a client.
     *
     * @throws IllegalArgumentException if the key cannot be used
     */
    static ClientAssertionSigner of(PrivateKeyCredentials client, String audience, Timing timing) {
        PrivateKey key = PrivateKeyPem.read(client.privateKey(), client.algorithm());
        ClientAssertionSigner assertion = new ClientAssertionSigner(client, key, audience, timing);
        assertion.sign();
        return assertion;
    }

    Secret sign() {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", client.algorithm().name());
        header.put("typ", "JWT");
        if (client.keyId().isPresent()) {
            header.put("kid", client.keyId().get());
        }
        long now = timing.now().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", client.clientId());
        claims.put("sub", client.clientId());
        claims.put("aud", audience);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now - CLOCK_SKEW.toSeconds());
        claims.put("exp", now + LIFETIME.toSeconds());
        String signed = part(header) + "." + part(claims);
        return Secret.of(signed + "." + BASE64URL.encodeToString(signature(signed)));
    }

    private static String part(ObjectNode members) {
        return BASE64URL.encodeToString(members.toString().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance(JDK_NAMES.get(client.algorithm()));
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The private key cannot sign with " + client.algorithm() + ": it is too short or of another kind.");
        }
    }
}
