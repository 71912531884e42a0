package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An OAuth 2.0 client with a private key. Immutable and thread-safe. */
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
        this.clientId = ClientIds.check(clientId);
        this.privateKey = Arguments.given(privateKey, "privateKey");
        this.algorithm = Arguments.given(algorithm, "algorithm");
        this.keyId = keyId;
        this.scope = scope;
    }

    /**
     * The same client, asking for less than it may have.
     *
     * @param wanted scopes, separated by blanks, for example {@code user_default}
     * @return new credentials
     */
    public PrivateKeyCredentials withScope(String wanted) {
        return new PrivateKeyCredentials(
                clientId, privateKey, algorithm, keyId, Arguments.given(wanted, "wanted"));
    }

    /**
     * The same client, naming its key in the {@code kid} header of the assertion, for clients with several keys.
     *
     * @param kid the id of the key, as it was registered
     * @return new credentials
     */
    public PrivateKeyCredentials withKeyId(String kid) {
        return new PrivateKeyCredentials(clientId, privateKey, algorithm, Arguments.given(kid, "kid"), scope);
    }

    /**
     * The id of the client.
     *
     * @return the id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * The private key.
     *
     * @return PKCS #8 in PEM, hidden in a secret
     */
    public Secret privateKey() {
        return privateKey;
    }

    /**
     * How the assertion is signed.
     *
     * @return the algorithm
     */
    public SigningAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * The id of the key.
     *
     * @return the {@code kid} of the assertion; empty for none
     */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    /**
     * The scopes to ask for.
     *
     * @return scopes, separated by blanks; empty to get all that the client may have
     */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** The id of the client, and nothing of its key. */
    @Override
    public String toString() {
        return "PrivateKeyCredentials[" + clientId + "]";
    }
}
