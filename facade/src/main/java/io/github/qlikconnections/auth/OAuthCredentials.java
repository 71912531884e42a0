package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2.0 client that authenticates with a client secret.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class OAuthCredentials implements QlikCredentials {

    private final String clientId;
    private final Secret clientSecret;
    private final @Nullable String scope;

    OAuthCredentials(String clientId, Secret clientSecret, @Nullable String scope) {
        this.clientId = ClientIds.validate(clientId);
        this.clientSecret = Arguments.require(clientSecret, "clientSecret");
        this.scope = scope;
    }

    /**
     * Returns a copy that requests only the given scopes.
     *
     * @param scope scopes separated by spaces, for example {@code user_default}
     * @return the copy
     */
    public OAuthCredentials withScope(String scope) {
        return new OAuthCredentials(clientId, clientSecret, Arguments.require(scope, "scope"));
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
     * Returns the client secret.
     *
     * @return the client secret
     */
    public Secret clientSecret() {
        return clientSecret;
    }

    /**
     * Returns the requested scopes.
     *
     * @return scopes separated by spaces; empty to request all scopes of the client
     */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** Returns the client id, without the client secret. */
    @Override
    public String toString() {
        return "OAuthCredentials[" + clientId + "]";
    }
}
