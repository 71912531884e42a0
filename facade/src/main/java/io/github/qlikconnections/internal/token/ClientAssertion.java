package io.github.qlikconnections.internal.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs the JWT with which a client proves who it is (RFC 7523, section 3; RFC 7515), with the JDK's own cryptography.
 * Thread-safe.
 */
final class ClientAssertion {

    /** The tenant takes at most 5 min; less than that leaves room for a clock that goes ahead of the tenant's. */
    private static final Duration LIFETIME = Duration.ofMinutes(4);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final String clientId;
    private final @Nullable String keyId;
    private final SigningAlgorithm algorithm;
    private final PrivateKey key;
    private final String audience;
    private final Timing timing;

    private ClientAssertion(PrivateKeyCredentials client, PrivateKey key, String audience, Timing timing) {
        this.clientId = client.clientId();
        this.keyId = client.keyId().orElse(null);
        this.algorithm = client.algorithm();
        this.key = key;
        this.audience = audience;
        this.timing = timing;
    }

    /** Assertions of this client; a key that cannot be used is refused here. */
    static ClientAssertion of(PrivateKeyCredentials client, String audience, Timing timing) {
        PrivateKey key = PrivateKeyPem.read(client.privateKey(), client.algorithm());
        ClientAssertion assertion = new ClientAssertion(client, key, audience, timing);
        assertion.sign();
        return assertion;
    }

    Secret sign() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.name());
        header.put("typ", "JWT");
        if (keyId != null) {
            header.put("kid", keyId);
        }
        long now = timing.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", audience);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME.toSeconds());
        String signed = part(header) + "." + part(claims);
        return Secret.of(signed + "." + BASE64URL.encodeToString(signature(signed)));
    }

    private static String part(Map<String, Object> members) {
        try {
            return BASE64URL.encodeToString(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A client assertion could not be written as JSON", e);
        }
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case RS256 -> "SHA256withRSA";
                        case RS512 -> "SHA512withRSA";
                        // The fixed-length form of RFC 7518, section 3.4, not the DER that Java gives otherwise.
                        case ES384 -> "SHA384withECDSAinP1363Format";
                    });
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The private key cannot sign with " + algorithm + ": it is too short or of another kind.");
        }
    }
}
