package io.github.qlikconnections.testkit.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A signed JWT that authenticates an OAuth client (RFC 7523), with the stricter rules of the vendor. */
final class JwtClientAssertion {

    private static final long MAX_LIFETIME_SECONDS = 300;

    private static final Map<String, String> ALGORITHMS = Map.of(
            "RS256", "SHA256withRSA",
            "RS512", "SHA512withRSA",
            "ES384", "SHA384withECDSAinP1363Format");

    private final String signed;
    private final byte[] signature;
    private final JsonNode header;
    private final JsonNode claims;

    private JwtClientAssertion(String signed, byte[] signature, JsonNode header, JsonNode claims) {
        this.signed = signed;
        this.signature = signature;
        this.header = header;
        this.claims = claims;
    }

    /**
     * Parses a JWT.
     *
     * @throws IllegalArgumentException if the string is not a JWT
     */
    static JwtClientAssertion parse(String jwt) {
        List<String> parts = List.of(jwt.split("\\.", -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("a JWT has three parts");
        }
        return new JwtClientAssertion(
                parts.get(0) + "." + parts.get(1), decode(parts.get(2)), json(parts.get(0)), json(parts.get(1)));
    }

    private static JsonNode json(String part) {
        return Json.parse(new String(decode(part), StandardCharsets.UTF_8));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    String issuer() {
        return claims.path("iss").asText();
    }

    String id() {
        return claims.path("jti").asText();
    }

    /** Returns whether the client signed the assertion for the given audience and it has not expired. */
    boolean isValid(PublicKey key, String audience, Instant now) {
        long issued = claims.path("iat").asLong();
        long expires = claims.path("exp").asLong();
        return isSignedBy(key)
                && claims.path("sub").asText().equals(issuer())
                && claims.path("aud").asText().equals(audience)
                && !id().isEmpty()
                && expires - issued <= MAX_LIFETIME_SECONDS
                && now.getEpochSecond() < expires;
    }

    private boolean isSignedBy(PublicKey key) {
        String algorithm = ALGORITHMS.get(header.path("alg").asText());
        if (algorithm == null) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // The key has another algorithm, or the bytes are not a signature.
            return false;
        }
    }
}
