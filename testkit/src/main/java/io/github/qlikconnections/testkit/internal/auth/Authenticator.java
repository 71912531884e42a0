package io.github.qlikconnections.testkit.internal.auth;

import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Knows the bearer tokens of a tenant and whom they stand for. Guarded by the tenant's lock. */
public final class Authenticator {

    private static final String SCHEME = "Bearer ";

    private record Token(Principal principal, Instant expires) {}

    private final Map<String, Token> tokens = new HashMap<>();
    private final Clock clock;

    public Authenticator(Clock clock) {
        this.clock = clock;
    }

    /** Admits an API key, which does not expire. */
    public void addApiKey(String key, Principal principal) {
        tokens.put(key, new Token(principal, Instant.MAX));
    }

    /** Admits an access token until an instant. */
    void addToken(String token, Principal principal, Instant expires) {
        tokens.put(token, new Token(principal, expires));
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    /** Ends all access tokens, as if their time had come; API keys stay. */
    public void revokeAccessTokens() {
        tokens.values().removeIf(token -> !token.expires().equals(Instant.MAX));
    }

    /**
     * The caller of a request.
     *
     * @throws ApiErrorException 401 when its bearer token is missing, unknown or expired
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
