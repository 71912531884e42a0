package io.github.qlikconnections.testkit.internal.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.http.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code POST /oauth/token} for the client credentials grant, and {@code POST /oauth/revoke}. */
public final class OAuthApi {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Authenticator authenticator;
    private final Clock clock;
    private final Duration lifetime;
    private final Supplier<String> origin;
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Set<String> usedAssertionIds = new HashSet<>();

    public OAuthApi(Authenticator authenticator, Clock clock, Duration lifetime, Supplier<String> origin) {
        this.authenticator = authenticator;
        this.clock = clock;
        this.lifetime = lifetime;
        this.origin = origin;
    }

    public void addClient(String clientId, String secret) {
        secrets.put(clientId, secret);
    }

    public void addClient(String clientId, PublicKey key) {
        keys.put(clientId, key);
    }

    public void addTo(Routes routes) {
        routes.add("POST", "/oauth/token", this::token);
        routes.add("POST", "/oauth/revoke", this::revoke);
    }

    private Response token(RoutedCall call) {
        Map<String, String> form = form(call.request());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw exception(400, "grant_type is not client_credentials");
        }
        String clientId = form.containsKey("client_assertion") ? byAssertion(form) : bySecret(form);
        String token = "fake-token-" + UUID.randomUUID().toString().replace("-", "");
        Instant expires = clock.instant().plus(lifetime);
        authenticator.addToken(token, new Principal("qlikbot-" + clientId, true), expires);
        ObjectNode body = Json.object();
        body.put("access_token", token);
        body.put("token_type", "bearer");
        body.put("expires_at", Timestamps.millis(expires));
        body.put("expires_in", lifetime.toSeconds());
        if (form.containsKey("scope")) {
            body.put("scope", form.get("scope"));
        }
        return Response.json(200, body);
    }

    private String bySecret(Map<String, String> form) {
        String clientId = form.getOrDefault("client_id", "");
        String secret = form.getOrDefault("client_secret", "");
        if (clientId.isEmpty() || secret.isEmpty()) {
            throw exception(400, "client_id or client_secret is missing");
        }
        if (!secret.equals(secrets.get(clientId))) {
            throw exception(401, "The client is not known or its secret is wrong");
        }
        return clientId;
    }

    private String byAssertion(Map<String, String> form) {
        if (!JWT_BEARER.equals(form.get("client_assertion_type"))) {
            throw exception(400, "client_assertion_type is not " + JWT_BEARER);
        }
        JwtClientAssertion assertion;
        try {
            assertion = JwtClientAssertion.parse(form.getOrDefault("client_assertion", ""));
        } catch (IllegalArgumentException e) {
            throw exception(400, "client_assertion is not a JWT");
        }
        PublicKey key = keys.get(assertion.issuer());
        if (key == null || !assertion.isValid(key, origin.get() + "/oauth/token", clock.instant())) {
            throw exception(401, "The client assertion is not valid");
        }
        if (!usedAssertionIds.add(assertion.id())) {
            throw exception(401, "The client assertion was used before");
        }
        return assertion.issuer();
    }

    private Response revoke(RoutedCall call) {
        authenticator.revoke(form(call.request()).getOrDefault("token", ""));
        return Response.empty(200);
    }

    private static Map<String, String> form(Request request) {
        Map<String, String> form = new HashMap<>();
        String contentType = request.header("Content-Type").orElse("");
        if (contentType.startsWith("application/x-www-form-urlencoded")) {
            Request.queryOf(new String(request.body(), StandardCharsets.UTF_8))
                    .forEach((name, values) -> form.put(name, values.get(0)));
        } else {
            request.jsonObject()
                    .properties()
                    .forEach(member ->
                            form.put(member.getKey(), member.getValue().asText()));
        }
        return form;
    }

    private static ApiErrorException exception(int status, String detail) {
        return new ApiErrorException(
                status, "OAUTH-" + status, status == 400 ? "Invalid request" : "Unauthorized", detail);
    }
}
