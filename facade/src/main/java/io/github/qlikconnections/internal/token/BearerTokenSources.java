package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.ApiKeyCredentials;
import io.github.qlikconnections.auth.OAuthCredentials;
import io.github.qlikconnections.auth.PrivateKeyCredentials;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SuppliedCredentials;
import io.github.qlikconnections.internal.http.BearerTokens;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;

/** Creates the source of bearer tokens for credentials. */
public final class BearerTokenSources {

    private BearerTokenSources() {}

    /**
     * Returns the token source for these credentials.
     *
     * @param transport a transport that sends no token, for the token endpoint
     * @throws IllegalArgumentException if a key cannot be used; the message contains no part of it
     */
    public static BearerTokens of(QlikCredentials credentials, Transport transport, Tenant tenant, Timing timing) {
        if (credentials instanceof ApiKeyCredentials key) {
            Secret token = TokenSyntax.check(key.key(), "The API key");
            return deadline -> token;
        }
        if (credentials instanceof SuppliedCredentials supplied) {
            return new SuppliedBearerTokens(supplied.tokens());
        }
        TokenRequest request = credentials instanceof OAuthCredentials oauth
                ? TokenRequest.ofSecret(oauth)
                : TokenRequest.ofAssertion((PrivateKeyCredentials) credentials, tenant, timing);
        return new RefreshingBearerTokens(new TokenEndpoint(transport, request, timing), timing);
    }
}
