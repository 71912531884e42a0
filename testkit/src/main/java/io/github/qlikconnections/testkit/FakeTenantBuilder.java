package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.InMemoryTenant;
import io.github.qlikconnections.testkit.internal.http.SlidingWindowLimiter;
import io.github.qlikconnections.testkit.internal.http.Tier;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Builds a {@link FakeTenant}. Each setting has a default. This class is not thread-safe.
 *
 * <table>
 * <caption>The settings and their defaults</caption>
 * <tr><th>setting</th><th>default</th></tr>
 * <tr><td>{@link #port}</td><td>any free port</td></tr>
 * <tr><td>{@link #apiKey}</td><td>a random key</td></tr>
 * <tr><td>{@link #userId}</td><td>a fixed id</td></tr>
 * <tr><td>{@link #admin}</td><td>true</td></tr>
 * <tr><td>{@link #clock}</td><td>the system clock</td></tr>
 * <tr><td>{@link #pageLinkOrigin}</td><td>the origin of the tenant</td></tr>
 * <tr><td>{@link #rateLimits}</td><td>no limits</td></tr>
 * <tr><td>{@link #oauthClient(String, String)}</td><td>no client</td></tr>
 * <tr><td>{@link #tokenLifetime}</td><td>6 hours</td></tr>
 * <tr><td>{@link #tagsInResponses}</td><td>true</td></tr>
 * <tr><td>{@link #strictProperties}</td><td>all properties are accepted</td></tr>
 * </table>
 */
public final class FakeTenantBuilder {

    int port;
    String apiKey = "fake-key-" + UUID.randomUUID().toString().replace("-", "");
    String userId = "65f1c0a2b3d4e5f60718293a";
    boolean admin = true;
    Clock clock = Clock.systemUTC();
    Optional<String> pageLinkOrigin = Optional.empty();
    TenantRateLimits rateLimits = TenantRateLimits.none();
    Duration tokenLifetime = Duration.ofHours(6);
    boolean tagsInResponses = true;
    boolean strictProperties;
    final Map<String, String> clientSecrets = new LinkedHashMap<>();
    final Map<String, PublicKey> clientKeys = new LinkedHashMap<>();

    FakeTenantBuilder() {}

    /**
     * Sets the port to listen on. The tenant listens on the loopback interface only.
     *
     * @param value 0 (the default) for any free port, otherwise 1 to 65535
     * @return this builder
     * @throws IllegalArgumentException if the value is not a port
     */
    public FakeTenantBuilder port(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("port must be 0 (any free one) to 65535, not " + value);
        }
        this.port = value;
        return this;
    }

    /**
     * Sets the API key that the tenant accepts as a bearer token.
     *
     * @param value the API key; defaults to a random one
     * @return this builder
     * @throws IllegalArgumentException if the value is blank
     */
    public FakeTenantBuilder apiKey(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the API key is blank");
        }
        this.apiKey = value;
        return this;
    }

    /**
     * Sets the user to whom the API key belongs.
     *
     * @param value the user id
     * @return this builder
     */
    public FakeTenantBuilder userId(String value) {
        this.userId = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets whether that user is a tenant admin. The operations {@code actions/delete} and {@code actions/update} require one.
     *
     * @param value true (the default) for a tenant admin
     * @return this builder
     */
    public FakeTenantBuilder admin(boolean value) {
        this.admin = value;
        return this;
    }

    /**
     * Sets the clock for timestamps, rate limits and the expiry of access tokens.
     *
     * @param value the clock; defaults to the system clock
     * @return this builder
     */
    public FakeTenantBuilder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets the origin of the {@code next} and {@code prev} links of lists and of the redirect to the caller's user, to simulate a
     * tenant with an alias host name. A client must take only the cursor or the id from the link and must not follow it to the
     * other origin.
     *
     * @param value the origin, for example {@code https://elsewhere.example}; defaults to the origin of the tenant
     * @return this builder
     */
    public FakeTenantBuilder pageLinkOrigin(String value) {
        this.pageLinkOrigin = Optional.of(value);
        return this;
    }

    /**
     * Sets the rate limits.
     *
     * @param value the rate limits; defaults to {@link TenantRateLimits#none()}
     * @return this builder
     */
    public FakeTenantBuilder rateLimits(TenantRateLimits value) {
        this.rateLimits = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Registers an OAuth client that requests access tokens at {@code POST /oauth/token} with a client secret.
     *
     * @param clientId the client id
     * @param clientSecret the client secret
     * @return this builder
     */
    public FakeTenantBuilder oauthClient(String clientId, String clientSecret) {
        clientSecrets.put(clientId, Objects.requireNonNull(clientSecret, "clientSecret"));
        return this;
    }

    /**
     * Registers an OAuth client that requests access tokens at {@code POST /oauth/token} with a signed JWT (RS256, RS512 or
     * ES384). The {@code aud} must be exactly the tenant's {@code url() + "/oauth/token"}. The lifetime must be at most 300
     * seconds. A {@code jti} is accepted once.
     *
     * @param clientId the client id, {@code iss} and {@code sub} of the JWT
     * @param publicKey the key that verifies the signature
     * @return this builder
     */
    public FakeTenantBuilder oauthClient(String clientId, PublicKey publicKey) {
        clientKeys.put(clientId, Objects.requireNonNull(publicKey, "publicKey"));
        return this;
    }

    /**
     * Sets the lifetime of access tokens.
     *
     * @param value the lifetime; defaults to six hours
     * @return this builder
     */
    public FakeTenantBuilder tokenLifetime(Duration value) {
        this.tokenLifetime = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets whether responses to reads contain the tags of connections. Documented responses differ: some contain the tags, others
     * omit them in a single connection and have {@code null} in lists. The response to a creation always contains them.
     *
     * @param value true (the default) for responses with tags
     * @return this builder
     */
    public FakeTenantBuilder tagsInResponses(boolean value) {
        this.tagsInResponses = value;
        return this;
    }

    /**
     * Validates connection properties against the schema of their data source, in creations and in changes with connection
     * properties. The name of a property must be in the schema, and its type and its allowed values must match. A creation must
     * have the required properties. Like documented requests, numbers and booleans may be strings. By default all properties are
     * accepted, because it is unknown whether the real service validates them.
     *
     * @return this builder
     */
    public FakeTenantBuilder strictProperties() {
        this.strictProperties = true;
        return this;
    }

    /**
     * Builds a tenant that is not started, for {@link FakeTenantExtension#of}.
     *
     * @return the tenant
     */
    public FakeTenant build() {
        return new FakeTenant(this);
    }

    /**
     * Builds a tenant and starts it.
     *
     * @return the running tenant, which the caller must close
     * @throws java.io.UncheckedIOException if the port is not available
     */
    public FakeTenant start() {
        FakeTenant tenant = build();
        tenant.open();
        return tenant;
    }

    InMemoryTenant.Setup setup(Supplier<String> origin) {
        Map<Tier, Integer> limits = rateLimits.limits();
        Duration window = rateLimits.window();
        Clock limiterClock = clock;
        Supplier<SlidingWindowLimiter> limiter = () -> new SlidingWindowLimiter(limits, window, limiterClock);
        Optional<String> linkOrigin = pageLinkOrigin;
        Supplier<String> pageOrigin = () -> linkOrigin.orElseGet(origin);
        return new InMemoryTenant.Setup(
                clock, origin, pageOrigin, userId, limiter, tokenLifetime, tagsInResponses, strictProperties);
    }
}
