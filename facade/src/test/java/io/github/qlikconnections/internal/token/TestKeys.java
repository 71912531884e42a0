package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.SigningAlgorithm;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Creates key pairs of OAuth clients. */
public final class TestKeys {

    private TestKeys() {}

    public static KeyPair of(SigningAlgorithm algorithm) throws Exception {
        if (algorithm == SigningAlgorithm.ES384) {
            return elliptic("secp384r1");
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // The keys protect nothing, and the primes of a longer key take seconds to find.
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    static KeyPair elliptic(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    public static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
