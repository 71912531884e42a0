package io.github.qlikconnections.internal.journal;

import io.github.qlikconnections.internal.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies a run over several processes, by its method, tenant and arguments.
 *
 * @param kind the name of the public method
 * @param tenant the origin of the tenant
 * @param request the arguments as a plain value, without secrets
 */
public record RunIdentity(String kind, String tenant, Object request) {

    /** Returns a hash of the request. The salt keeps hashes of different journals from being compared. */
    String hash(String salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = salt + JsonWriter.canonical(request);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
