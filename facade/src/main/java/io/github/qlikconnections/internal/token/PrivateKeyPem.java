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

    private static final Pattern PKCS8 = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    /** Environment variables and JSON files often hold line breaks as escapes. */
    private static final Pattern ESCAPED_SPACE = Pattern.compile("\\\\+(?:[nrt]|u000[AaDd])");

    private static final int ES384_BITS = 384;

    private PrivateKeyPem() {}

    static PrivateKey read(Secret pem, SigningAlgorithm algorithm) {
        String text = ESCAPED_SPACE.matcher(pem.reveal()).replaceAll("\n");
        Matcher matcher = PKCS8.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("The private key " + problem(text));
        }
        byte[] der = new byte[0];
        try {
            der = decode(matcher.group(1));
            boolean elliptic = algorithm == SigningAlgorithm.ES384;
            PrivateKey key =
                    KeyFactory.getInstance(elliptic ? "EC" : "RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() != ES384_BITS) {
                throw new IllegalArgumentException("The private key is not on the curve P-384, which ES384 requires.");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The private key is not a key for " + algorithm + ", or it is damaged.");
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    /** Ignores characters outside base64, such as spaces of an editor. */
    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The private key is incomplete or damaged: it is not valid base64.");
        }
    }

    private static String problem(String text) {
        if (text.contains("-----BEGIN PRIVATE KEY-----")) {
            return "is incomplete or damaged: after its first line, base64 and -----END PRIVATE KEY----- must follow.";
        }
        if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
            return "is in the format of OpenSSH, not PKCS #8. Convert a copy of it with: ssh-keygen -p -m PKCS8 -N \"\""
                    + " -f copy.pem";
        }
        if (text.contains("PRIVATE KEY-----")) {
            return "is PEM, but not unencrypted PKCS #8. Convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem"
                    + " -out key.pk8.pem";
        }
        return text.contains("-----BEGIN ")
                ? "is missing: the PEM contains something else, such as a certificate or a public key."
                : "is not PEM: it must begin with -----BEGIN PRIVATE KEY-----.";
    }
}
