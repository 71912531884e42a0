package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Loads a trust store with the certificates that are trusted for the tenant. */
public final class TrustStore {

    private TrustStore() {}

    /**
     * Loads a PKCS #12 or JKS file.
     *
     * @throws IllegalArgumentException if it cannot be read, is not such a file, the password is wrong or it contains no certificate
     */
    public static SSLContext read(Path file, Secret password) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The trust store " + file + " does not exist or cannot be read.");
        }
        char[] chars = password.reveal().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), chars);
            if (store.size() == 0) {
                throw new IllegalArgumentException("The trust store " + file + " contains no certificate.");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The trust store " + file + " cannot be read: it must be PKCS #12 or JKS, with this password.", e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }
}
