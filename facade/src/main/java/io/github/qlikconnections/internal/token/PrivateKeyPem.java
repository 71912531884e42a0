package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses private keys in the textual encoding of PKCS #8 (RFC 7468, section 10). */
final class PrivateKeyPem {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int ES384_BITS = 384;

    private PrivateKeyPem() {}

    static PrivateKey read(Secret pem, SigningAlgorithm algorithm) {
        // Environment variables and JSON files often hold line breaks as the two characters \\n.
        String text = pem.reveal().replace("\\r", "").replace("\\n", "\n");
        Matcher matcher = PKCS8.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(
                    text.contains("ENCRYPTED") || text.contains("BEGIN RSA") || text.contains("BEGIN EC")
                            ? "The private key is PEM, but not unencrypted PKCS #8. Convert it with: openssl pkcs8 -topk8"
                                    + " -nocrypt -in key.pem -out key.pk8.pem"
                            : "The private key is not PEM: it must begin with -----BEGIN PRIVATE KEY-----.");
        }
        byte[] der = new byte[0];
        try {
            der = Base64.getMimeDecoder().decode(matcher.group(1));
            boolean elliptic = algorithm == SigningAlgorithm.ES384;
            PrivateKey key =
                    KeyFactory.getInstance(elliptic ? "EC" : "RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() != ES384_BITS) {
                throw new IllegalArgumentException("The private key is not on the curve P-384, which ES384 requires.");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The private key is not a key for " + algorithm + ".");
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }
}
