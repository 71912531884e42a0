package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.ApiKeyCredentials;
import io.github.qlikconnections.auth.OAuthCredentials;
import io.github.qlikconnections.auth.PrivateKeyCredentials;
import io.github.qlikconnections.auth.QlikCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Derives a stable name of the caller from credentials. It contains no secret and leads back to none. */
public final class CallerIdentity {

    /** The length of the hash in the name, in bytes. It is long enough to distinguish the callers of a tenant. */
    private static final int LENGTH = 8;

    private CallerIdentity() {}

    /** Returns the name of the caller, or null if the credentials do not identify one. */
    public static @Nullable String of(QlikCredentials credentials) {
        if (credentials instanceof ApiKeyCredentials key) {
            return "key-" + hash(key.key().reveal());
        }
        if (credentials instanceof OAuthCredentials client) {
            return "client-" + hash(client.clientId());
        }
        if (credentials instanceof PrivateKeyCredentials client) {
            return "client-" + hash(client.clientId());
        }
        return null;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM provides SHA-256", e);
        }
    }
}
