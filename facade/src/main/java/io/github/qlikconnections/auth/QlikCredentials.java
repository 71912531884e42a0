package io.github.qlikconnections.auth;

import java.util.function.Supplier;

/**
 * The credentials with which a client authenticates. String representations never contain a secret.
 *
 * <p>Instances are immutable and thread-safe.
 */
public sealed interface QlikCredentials
        permits ApiKeyCredentials, OAuthCredentials, PrivateKeyCredentials, SuppliedCredentials {

    /**
     * Returns credentials with an API key, which is sent as a bearer token. It has the rights of the user that created
     * it.
     *
     * @param key the API key, as the tenant showed it on creation
     * @return the credentials
     */
    static QlikCredentials apiKey(Secret key) {
        return new ApiKeyCredentials(key);
    }

    /**
     * Returns credentials of an OAuth 2.0 client with a client secret.
     *
     * <p>Access tokens are requested from {@code /oauth/token} of the tenant with the client credentials grant (RFC
     * 6749, section 4.4). They are renewed 60 s before they expire.
     *
     * @param clientId the client id
     * @param clientSecret the client secret
     * @return the credentials; see {@link OAuthCredentials#withScope(String)}
     * @throws IllegalArgumentException if the client id is blank or contains characters other than printable ASCII
     */
    static OAuthCredentials oauth(String clientId, Secret clientSecret) {
        return new OAuthCredentials(clientId, clientSecret, null);
    }

    /**
     * Returns credentials of an OAuth 2.0 client with a private key. As {@link #oauth}, but the client authenticates
     * with a signed assertion (RFC 7523, section 2.2).
     *
     * @param clientId the client id
     * @param privateKey the key, PKCS #8 in PEM: the content of the file that begins with
     *     {@code -----BEGIN PRIVATE KEY-----}
     * @param algorithm the signing algorithm for which the client is registered
     * @return the credentials; see {@link PrivateKeyCredentials#withKeyId(String)}
     * @throws IllegalArgumentException if the client id is blank or contains characters other than printable ASCII
     */
    static PrivateKeyCredentials privateKey(String clientId, Secret privateKey, SigningAlgorithm algorithm) {
        return new PrivateKeyCredentials(clientId, privateKey, algorithm, null, null);
    }

    /**
     * Returns credentials with access tokens of a supplier, such as a custom token service.
     *
     * <p>The supplier is called concurrently, before every request and again after a 401. It should therefore cache a
     * token while it is valid. If it throws an exception, the call, or in a run over many connections the item, fails with a
     * {@link io.github.qlikconnections.error.TransportException} that has it as its cause.
     *
     * @param tokens returns a valid access token, without the prefix {@code Bearer}; must be thread-safe
     * @return the credentials
     */
    static QlikCredentials tokens(Supplier<Secret> tokens) {
        return new SuppliedCredentials(tokens);
    }
}
