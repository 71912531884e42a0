package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.InMemoryTenant;
import io.github.qlikconnections.testkit.internal.http.SlidingWindowLimiter;
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
 * Settings of a {@link FakeTenant}; each has a default. Not safe for use by several threads.
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
    final Map<String, String> clientSecrets = new LinkedHashMap<>();
    final Map<String, PublicKey> clientKeys = new LinkedHashMap<>();

    FakeTenantBuilder() {}

    /**
     * The port to listen on, on the loopback interface only.
     *
     * @param value 0 (the default) for any free port, otherwise 1 to 65535
     * @return this builder
     * @throws IllegalArgumentException when it is no port
     */
    public FakeTenantBuilder port(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("port must be 0 (any free one) to 65535, not " + value);
        }
        this.port = value;
        return this;
    }

    /**
     * The API key that the tenant accepts as a bearer token.
     *
     * @param value the key; a random one when this is not called
     * @return this builder
     * @throws IllegalArgumentException when it is blank
     */
    public FakeTenantBuilder apiKey(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the API key is blank");
        }
        this.apiKey = value;
        return this;
    }

    /**
     * The user whom the API key stands for.
     *
     * @param value a user id
     * @return this builder
     */
    public FakeTenantBuilder userId(String value) {
        this.userId = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Whether that user is a tenant admin, which the {@code actions/delete} and {@code actions/update} operations ask
     * for.
     *
     * @param value true (the default) for an admin
     * @return this builder
     */
    public FakeTenantBuilder admin(boolean value) {
        this.admin = value;
        return this;
    }

    /**
     * The clock that dates what is stored and by which rate limits open and access tokens expire.
     *
     * @param value a clock; the system's when this is not called
     * @return this builder
     */
    public FakeTenantBuilder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Makes the {@code next} and {@code prev} links of lists name another origin than the one that serves them, as a
     * tenant with an alias host name does. A client must take the cursor out of the link and stay where it is.
     *
     * @param value such as {@code https://elsewhere.example}
     * @return this builder
     */
    public FakeTenantBuilder pageLinkOrigin(String value) {
        this.pageLinkOrigin = Optional.of(value);
        return this;
    }

    /**
     * The rate at which requests are taken.
     *
     * @param value the limits; {@link TenantRateLimits#none()} when this is not called
     * @return this builder
     */
    public FakeTenantBuilder rateLimits(TenantRateLimits value) {
        this.rateLimits = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Lets an OAuth client get access tokens at {@code POST /oauth/token} with a secret.
     *
     * @param clientId the client's id
     * @param clientSecret its secret
     * @return this builder
     */
    public FakeTenantBuilder oauthClient(String clientId, String clientSecret) {
        clientSecrets.put(clientId, Objects.requireNonNull(clientSecret, "clientSecret"));
        return this;
    }

    /**
     * Lets an OAuth client get access tokens at {@code POST /oauth/token} with a JWT that it has signed (RS256, RS512 or
     * ES384). Its {@code aud} must be exactly the tenant's {@code url() + "/oauth/token"}, its lifetime at most 300
     * seconds, and no {@code jti} is taken twice.
     *
     * @param clientId the client's id, {@code iss} and {@code sub} of the JWT
     * @param publicKey the key that verifies the signature
     * @return this builder
     */
    public FakeTenantBuilder oauthClient(String clientId, PublicKey publicKey) {
        clientKeys.put(clientId, Objects.requireNonNull(publicKey, "publicKey"));
        return this;
    }

    /**
     * How long access tokens are valid.
     *
     * @param value the time; six hours when this is not called
     * @return this builder
     */
    public FakeTenantBuilder tokenLifetime(Duration value) {
        this.tokenLifetime = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets whether connections are read with their tags. Documented responses differ: some hold the tags, others have
     * none in a single connection and {@code null} in lists. The response to a creation always holds them.
     *
     * @param value true (the default) for responses with tags
     * @return this builder
     */
    public FakeTenantBuilder tagsInResponses(boolean value) {
        this.tagsInResponses = value;
        return this;
    }

    /**
     * Makes a tenant that is not started yet, for {@link FakeTenantExtension#of}.
     *
     * @return the tenant
     */
    public FakeTenant build() {
        return new FakeTenant(this);
    }

    /**
     * Makes a tenant and starts it.
     *
     * @return the running tenant, to be closed by the caller
     * @throws java.io.UncheckedIOException when the port cannot be had
     */
    public FakeTenant start() {
        FakeTenant tenant = build();
        tenant.open();
        return tenant;
    }

    InMemoryTenant.Setup setup(Supplier<String> origin) {
        SlidingWindowLimiter limiter = new SlidingWindowLimiter(rateLimits.limits(), rateLimits.window(), clock);
        Supplier<String> pageOrigin = () -> pageLinkOrigin.orElseGet(origin);
        return new InMemoryTenant.Setup(clock, origin, pageOrigin, userId, limiter, tokenLifetime, tagsInResponses);
    }
}
