package io.github.qlikconnections.internal.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.auth.OAuthCredentials;
import io.github.qlikconnections.auth.PrivateKeyCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The body of a request for an access token by the client credentials grant (RFC 6749, section 4.4.2), as JSON. */
final class TokenRequest {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final String clientId;
    private final Optional<String> scope;
    private final String authenticationMember;
    private final Supplier<Secret> authentication;

    private TokenRequest(
            String clientId, Optional<String> scope, String authenticationMember, Supplier<Secret> authentication) {
        this.clientId = clientId;
        this.scope = scope;
        this.authenticationMember = authenticationMember;
        this.authentication = authentication;
    }

    static TokenRequest ofSecret(OAuthCredentials client) {
        Secret secret = TokenSyntax.check(client.clientSecret(), "The client secret");
        return new TokenRequest(client.clientId(), client.scope(), "client_secret", () -> secret);
    }

    static TokenRequest ofAssertion(PrivateKeyCredentials client, Tenant tenant, Timing timing) {
        ClientAssertionSigner assertion = ClientAssertionSigner.of(client, tenant + TokenEndpoint.PATH, timing);
        return new TokenRequest(client.clientId(), client.scope(), "client_assertion", assertion::sign);
    }

    /** Returns what authenticates the client: its secret, or a new signed assertion. */
    Secret authentication() {
        return authentication.get();
    }

    byte[] body(Secret authentication) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("grant_type", "client_credentials");
        body.put("client_id", clientId);
        if (authenticationMember.equals("client_assertion")) {
            body.put("client_assertion_type", ASSERTION_TYPE);
        }
        body.put(authenticationMember, authentication.reveal());
        if (scope.isPresent()) {
            body.put("scope", scope.get());
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
