package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An OAuth 2.0 client with a secret. Immutable and thread-safe. */
public final class OAuthCredentials implements QlikCredentials {

    private final String clientId;
    private final Secret clientSecret;
    private final @Nullable String scope;

    OAuthCredentials(String clientId, Secret clientSecret, @Nullable String scope) {
        this.clientId = ClientIds.check(clientId);
        this.clientSecret = Arguments.given(clientSecret, "clientSecret");
        this.scope = scope;
    }

    /**
     * The same client, asking for less than it may have.
     *
     * @param wanted scopes, separated by blanks, for example {@code user_default}
     * @return new credentials
     */
    public OAuthCredentials withScope(String wanted) {
        return new OAuthCredentials(clientId, clientSecret, Arguments.given(wanted, "wanted"));
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
     * The secret of the client.
     *
     * @return the value, hidden in a secret
     */
    public Secret clientSecret() {
        return clientSecret;
    }

    /**
     * The scopes to ask for.
     *
     * @return scopes, separated by blanks; empty to get all that the client may have
     */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** The id of the client, and nothing of its secret. */
    @Override
    public String toString() {
        return "OAuthCredentials[" + clientId + "]";
    }
}
