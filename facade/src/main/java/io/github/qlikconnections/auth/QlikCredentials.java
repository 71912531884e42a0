package io.github.qlikconnections.auth;

import java.util.function.Supplier;

/** Who the caller is. Immutable and thread-safe; the value of a secret in it is never shown. */
public sealed interface QlikCredentials
        permits ApiKeyCredentials, OAuthCredentials, PrivateKeyCredentials, SuppliedCredentials {

    /**
     * An API key, sent as a bearer token. It has the rights of the user it was made for.
     *
     * @param key the key, as the tenant showed it when it was made
     * @return the credentials
     */
    static QlikCredentials apiKey(Secret key) {
        return new ApiKeyCredentials(key);
    }

    /**
     * An OAuth 2.0 client with a secret: tokens are got by the client credentials grant (RFC 6749, section 4.4) from {@code
     * /oauth/token} of the tenant and renewed 60 s before they expire.
     *
     * @param clientId the id of the client
     * @param clientSecret its secret
     * @return the credentials; see {@link OAuthCredentials#withScope(String)}
     * @throws IllegalArgumentException if the id is blank
     */
    static OAuthCredentials oauth(String clientId, Secret clientSecret) {
        return new OAuthCredentials(clientId, clientSecret, null);
    }

    /**
     * An OAuth 2.0 client with a private key: like {@link #oauth}, but instead of a secret it sends an assertion that it has
     * signed (RFC 7523, section 2.2).
     *
     * @param clientId the id of the client
     * @param privateKey the key as PKCS #8 in PEM, the file that begins with {@code -----BEGIN PRIVATE KEY-----}
     * @param algorithm how to sign, as the client was registered
     * @return the credentials; see {@link PrivateKeyCredentials#withKeyId(String)}
     * @throws IllegalArgumentException if the id is blank
     */
    static PrivateKeyCredentials privateKey(String clientId, Secret privateKey, SigningAlgorithm algorithm) {
        return new PrivateKeyCredentials(clientId, privateKey, algorithm, null, null);
    }

    /**
     * Bearer tokens from elsewhere, such as a token service of the caller's own.
     *
     * @param tokens gives a valid access token, without the word {@code Bearer}; called before every request, by several
     *     threads, and once more after a 401, so it should remember a token as long as it is good
     * @return the credentials
     */
    static QlikCredentials tokens(Supplier<Secret> tokens) {
        return new SuppliedCredentials(tokens);
    }
}
