package io.github.qlikconnections.testkit.internal.auth;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The bearer tokens of a tenant and their users. Guarded by the lock of the tenant. */
public final class Authenticator {

    private static final String SCHEME = "Bearer ";

    private record Token(Principal principal, Instant expires) {}

    private final Map<String, Token> tokens = new HashMap<>();
    private final Clock clock;

    public Authenticator(Clock clock) {
        this.clock = clock;
    }

    /** Adds an API key, which does not expire. */
    public void addApiKey(String key, Principal principal) {
        tokens.put(key, new Token(principal, Instant.MAX));
    }

    /** Adds an access token that expires at an instant. */
    void addToken(String token, Principal principal, Instant expires) {
        tokens.put(token, new Token(principal, expires));
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    /** Revokes all access tokens. API keys stay valid. */
    public void revokeAccessTokens() {
        tokens.values().removeIf(token -> !token.expires().equals(Instant.MAX));
    }

    /**
     * Returns the caller of a request.
     *
     * @throws ApiErrorException 401 if the bearer token is missing, unknown or expired
     */
    public Principal authenticate(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiErrorException.unauthorized("The request has no bearer token");
        }
        Token token = tokens.get(header.substring(SCHEME.length()).trim());
        if (token == null || !clock.instant().isBefore(token.expires())) {
            throw ApiErrorException.unauthorized("The bearer token is not valid");
        }
        return token.principal();
    }
}
