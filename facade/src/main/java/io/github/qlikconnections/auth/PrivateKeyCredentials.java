package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2.0 client that authenticates with a signed assertion (RFC 7523, section 2.2).
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class PrivateKeyCredentials implements QlikCredentials {

    private final String clientId;
    private final Secret privateKey;
    private final SigningAlgorithm algorithm;
    private final @Nullable String keyId;
    private final @Nullable String scope;

    PrivateKeyCredentials(
            String clientId,
            Secret privateKey,
            SigningAlgorithm algorithm,
            @Nullable String keyId,
            @Nullable String scope) {
        this.clientId = ClientIds.validate(clientId);
        this.privateKey = Arguments.require(privateKey, "privateKey");
        this.algorithm = Arguments.require(algorithm, "algorithm");
        this.keyId = keyId;
        this.scope = scope;
    }

    /**
     * Returns a copy that requests only the given scopes.
     *
     * @param scope scopes separated by spaces, for example {@code user_default}
     * @return the copy
     */
    public PrivateKeyCredentials withScope(String scope) {
        return new PrivateKeyCredentials(clientId, privateKey, algorithm, keyId, Arguments.require(scope, "scope"));
    }

    /**
     * Returns a copy that sends the key id in the {@code kid} header of the assertion. Required for clients with
     * several keys.
     *
     * @param keyId the id under which the key is registered
     * @return the copy
     */
    public PrivateKeyCredentials withKeyId(String keyId) {
        return new PrivateKeyCredentials(clientId, privateKey, algorithm, Arguments.require(keyId, "keyId"), scope);
    }

    /**
     * Returns the client id.
     *
     * @return the client id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * Returns the private key.
     *
     * @return the private key, PKCS #8 in PEM
     */
    public Secret privateKey() {
        return privateKey;
    }

    /**
     * Returns the algorithm that signs the assertion.
     *
     * @return the algorithm
     */
    public SigningAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Returns the key id.
     *
     * @return the {@code kid} header of the assertion; empty if it is not sent
     */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    /**
     * Returns the requested scopes.
     *
     * @return scopes separated by spaces; empty to request all scopes of the client
     */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** Returns the client id, without the private key. */
    @Override
    public String toString() {
        return "PrivateKeyCredentials[" + clientId + "]";
    }
}
