package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.InMemoryTenant;
import io.github.qlikconnections.testkit.internal.connections.ConnectionEntity;
import io.github.qlikconnections.testkit.internal.connections.PropertyTransform;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.LoopbackHttpServer;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.ResponseDelivery;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An in-process Qlik Cloud tenant: a stateful HTTP server on 127.0.0.1. It implements all operations of the data sources, data
 * connections and data credentials services, read operations of the spaces and users services, and the OAuth token endpoint, as
 * the vendor documents them.
 *
 * <pre>{@code
 * try (FakeTenant tenant = FakeTenant.start()) {
 *     …
 * }
 * }</pre>
 *
 * <p>In tests with JUnit Jupiter, {@link FakeTenantExtension} starts and closes a tenant. This class does not need JUnit.
 *
 * <p>The tenant stores what is created until it is reset or closed, checks the bearer token, and never returns a secret. It
 * validates connection properties against their schema only with {@link FakeTenantBuilder#strictProperties()}. This class is
 * thread-safe. Its own threads are daemon threads.
 */
public final class FakeTenant implements AutoCloseable {

    private static final ExchangeListeners LISTENERS = ExchangeListeners.installed();

    private final int port;
    private final String apiKey;
    private final Clock clock;
    private final Principal owner;
    private final Supplier<InMemoryTenant> initialState;
    private volatile InMemoryTenant tenant;
    private final StubbingQueue stubs = new StubbingQueue();
    private final RequestLog log = new RequestLog();
    private volatile @Nullable FaultInjector faults;
    private @Nullable LoopbackHttpServer front;

    FakeTenant(FakeTenantBuilder settings) {
        this.port = settings.port;
        this.apiKey = settings.apiKey;
        this.clock = settings.clock;
        this.owner = new Principal(settings.userId, settings.admin);
        this.initialState = initialState(
                settings.setup(this::url), Map.copyOf(settings.clientSecrets), Map.copyOf(settings.clientKeys));
        this.tenant = initialState.get();
    }

    private Supplier<InMemoryTenant> initialState(
            InMemoryTenant.Setup setup, Map<String, String> clientSecrets, Map<String, PublicKey> clientKeys) {
        return () -> {
            InMemoryTenant state = new InMemoryTenant(setup);
            state.addUser(apiKey, owner);
            clientSecrets.forEach(state.oauth::addClient);
            clientKeys.forEach(state.oauth::addClient);
            return state;
        };
    }

    /**
     * Returns a builder for a tenant with custom settings.
     *
     * @return a builder
     */
    public static FakeTenantBuilder builder() {
        return new FakeTenantBuilder();
    }

    /**
     * Starts a tenant with the default settings.
     *
     * @return the running tenant, which the caller must close
     */
    public static FakeTenant start() {
        return builder().start();
    }

    synchronized void open() {
        if (front != null) {
            return;
        }
        try {
            front = LoopbackHttpServer.open(port, this::deliver);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the tenant to its initial state: removes everything that was created or added, access tokens, stubs, faults and
     * the log of received requests. The address and the API key of the builder stay the same. Requests in progress may still
     * change the old state.
     */
    public void reset() {
        tenant = initialState.get();
        clearStubs();
        clearFaults();
        clearRequests();
    }

    /** Stops the server immediately. Closing a closed tenant has no effect. */
    @Override
    public synchronized void close() {
        if (front != null) {
            front.close();
            front = null;
        }
    }

    /**
     * Returns the origin of the tenant.
     *
     * @return the origin without a trailing slash, for example {@code http://127.0.0.1:49152}
     * @throws IllegalStateException if the tenant is not running
     */
    public synchronized String url() {
        if (front == null) {
            throw new IllegalStateException(
                    "This tenant is not running. Call FakeTenant.start(), or register a FakeTenantExtension.");
        }
        return "http://127.0.0.1:" + front.port();
    }

    /**
     * Returns the API key that the tenant accepts as a bearer token.
     *
     * @return the API key
     */
    public String apiKey() {
        return apiKey;
    }

    /**
     * Returns the id of the user to whom the API key belongs.
     *
     * @return the user id
     */
    public String userId() {
        return owner.userId();
    }

    /**
     * Adds a user.
     *
     * @param userId a user id
     * @param admin whether the user is a tenant admin
     * @return an API key for the user
     */
    public String addUser(String userId, boolean admin) {
        String key = "fake-key-" + UUID.randomUUID().toString().replace("-", "");
        tenant.change(() -> tenant.addUser(key, new Principal(userId, admin)));
        return key;
    }

    /**
     * Sets the name and the email address of a user. A tenant admin can read them, and the user.
     *
     * @param userId the id of the user
     * @param name the name, by default {@code User} and the id
     * @param email the email address, by default at {@code example.com}
     * @throws IllegalArgumentException if there is no such user
     */
    public void setUserDetails(String userId, String name, String email) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        tenant.change(() -> tenant.users.setDetails(userId, name, email));
    }

    /** Revokes all access tokens of OAuth clients. API keys stay valid. */
    public void revokeAccessTokens() {
        tenant.change(tenant.authenticator::revokeAccessTokens);
    }

    /**
     * Adds a data source, or replaces the one with the same id.
     *
     * @param source the data source
     */
    public void addDataSource(FakeDataSource source) {
        tenant.change(() -> tenant.catalog.add(source.source()));
    }

    /**
     * Disables or enables a data source. A disabled data source is not listed, and its specification returns 404.
     *
     * @param dataSourceId the id of the data source
     * @param disabled true to disable the data source, false to enable it
     * @throws IllegalArgumentException if there is no such data source
     */
    public void disableDataSource(String dataSourceId, boolean disabled) {
        stored(() -> {
            tenant.catalog.disable(dataSourceId, disabled);
            return dataSourceId;
        });
    }

    /**
     * Adds a space.
     *
     * @param name the name of the space, unique in the tenant
     * @param type the type of the space
     * @return the id of the space
     * @throws IllegalArgumentException if there is a space with that name
     */
    public String addSpace(String name, SpaceType type) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        tenant.change(() -> tenant.spaces.add(
                new SpaceEntity(id, name, type.word(), "", SpaceEntity.Access.WRITE, clock.instant())));
        return id;
    }

    /**
     * Sets the access of the users to a space.
     *
     * @param spaceId the id of the space
     * @param access the access
     * @throws IllegalArgumentException if there is no such space
     */
    public void setSpaceAccess(String spaceId, SpaceAccess access) {
        tenant.change(() -> tenant.spaces.setAccess(spaceId, access.access));
    }

    /**
     * Adds a connection without a request. The user of the API key owns it.
     *
     * @param dataSourceId the id of the data source
     * @param name the name of the connection
     * @param spaceId the id of the space, null for the personal space
     * @param properties the connection properties including secrets, as JSON values
     * @return the id of the connection
     * @throws IllegalArgumentException if the tenant would reject the creation of this connection
     */
    public String addConnection(String dataSourceId, String name, @Nullable String spaceId, Map<String, ?> properties) {
        return stored(() -> tenant.addConnection(dataSourceId, name, spaceId, properties, owner));
    }

    /**
     * Adds a separate credential that no connection uses, without a request. The user of the API key owns it.
     *
     * @param dataSourceId the id of the data source
     * @param name the name of the credential
     * @param secrets the secrets by property name
     * @return the id of the credential
     * @throws IllegalArgumentException if there is a credential with that name
     */
    public String addCredential(String dataSourceId, String name, Map<String, ?> secrets) {
        return stored(() -> tenant.addCredential(dataSourceId, name, secrets, owner));
    }

    /**
     * Normalizes the values of a connection property. The normalization applies to values that are stored after this call, by
     * {@code POST}, {@code PATCH}, {@code PUT} and {@link #addConnection}. It does not apply to secrets and other properties
     * that are stored in the credential.
     *
     * @param property the name of the property, of any data source
     * @param normalization the normalization, which replaces an earlier one for the property
     */
    public void normalize(String property, Normalization normalization) {
        Objects.requireNonNull(property, "property");
        PropertyTransform form =
                Objects.requireNonNull(normalization, "normalization").form();
        tenant.change(() -> tenant.dataConnections.forms().set(property, form));
    }

    /** Removes all normalizations. Hidden properties are returned again. Stored values do not change. */
    public void clearNormalizations() {
        tenant.change(tenant.dataConnections.forms()::clear);
    }

    /**
     * Makes lookups by a name return the given connection. This applies to requests to {@code {name}?type=connectionname} and to
     * lists whose filter contains {@code qName eq} with this name. The space of the request is ignored.
     *
     * @param name the name, compared exactly; a connection with that name does not have to exist
     * @param connectionId the id of the connection that is returned
     * @throws IllegalArgumentException if there is no such connection
     */
    public void overrideName(String name, String connectionId) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(connectionId, "connectionId");
        stored(() -> {
            tenant.connections.overrideName(name, connectionId);
            return connectionId;
        });
    }

    /** Removes all overrides of {@link #overrideName}. */
    public void clearNameOverrides() {
        tenant.change(tenant.connections::clearNameOverrides);
    }

    /**
     * Sets whether to ignore the query parameters that select the entries of a list of connections: {@code filter}, {@code spaceId},
     * {@code personal}, {@code ownedByMe}, {@code userId}, {@code owner} and {@code noDatafiles}.
     *
     * @param ignored true to ignore them, false (the default) to apply them
     */
    public void ignoreFilters(boolean ignored) {
        tenant.change(() -> tenant.dataConnections.listing().ignoreFilters(ignored));
    }

    private <T> T stored(Supplier<T> step) {
        try {
            return tenant.locked(step);
        } catch (ApiErrorException exception) {
            throw new IllegalArgumentException(exception.detail(), exception);
        }
    }

    /**
     * Returns the connections of the tenant, without the data files of spaces.
     *
     * @return snapshots, the oldest connection first
     */
    public List<StoredConnection> connections() {
        return tenant.locked(
                () -> tenant.connections.all().stream().map(this::snapshot).toList());
    }

    private StoredConnection snapshot(ConnectionEntity connection) {
        return new StoredConnection(
                connection, tenant.credentials.find(connection.credentialId()).orElse(null));
    }

    /**
     * Returns the credentials of the tenant, embedded and separate ones.
     *
     * @return snapshots, the oldest credential first
     */
    public List<StoredCredential> credentials() {
        return tenant.locked(() ->
                tenant.credentials.all().stream().map(StoredCredential::new).toList());
    }

    /**
     * Returns the received requests, at most the latest 10,000.
     *
     * @return the requests, the oldest first
     */
    public List<ReceivedRequest> requests() {
        return log.latest();
    }

    /**
     * Returns the number of requests since the start or the last call of {@link #clearRequests()}.
     *
     * @return the number of requests
     */
    public long requestCount() {
        return log.count();
    }

    /** Clears the log of received requests. */
    public void clearRequests() {
        log.clear();
    }

    /**
     * Returns the number of requests that the rate limit of a tier admitted.
     *
     * @param tier the rate tier
     * @return the number of requests
     */
    public long admitted(TenantRateTier tier) {
        return tenant.locked(() -> tenant.limiter.admitted(tier.tier));
    }

    /**
     * Returns the number of requests that the rate limit of a tier rejected with 429.
     *
     * @param tier the rate tier
     * @return the number of requests
     */
    public long throttled(TenantRateTier tier) {
        return tenant.locked(() -> tenant.limiter.rejected(tier.tier));
    }

    /**
     * Stubs the response to the next request. Several stubs are used in the order in which they were added.
     *
     * @param response the stub response
     */
    public void stubNext(StubResponse response) {
        stubNext(request -> true, response);
    }

    /**
     * Stubs the response to the next request to a path.
     *
     * @param method the HTTP method
     * @param path the percent-encoded path, without the query
     * @param response the stub response
     */
    public void stubNext(String method, String path, StubResponse response) {
        stubNext(request -> request.method().equals(method) && request.path().equals(path), response);
    }

    /**
     * Stubs the response to the next request that matches a condition.
     *
     * @param matcher returns whether a request matches
     * @param response the stub response
     */
    public void stubNext(Predicate<ReceivedRequest> matcher, StubResponse response) {
        stubs.once(matcher, response);
    }

    /**
     * Stubs the responses to all requests that match a condition, until {@link #clearStubs()}.
     *
     * @param matcher returns whether a request matches
     * @param response returns the stub response to a request; not called concurrently
     */
    public void stubAll(Predicate<ReceivedRequest> matcher, Function<ReceivedRequest, StubResponse> response) {
        stubs.every(matcher, response);
    }

    /**
     * Returns the number of stubs for a next request that were not used yet.
     *
     * @return the number of stubs
     */
    public int pendingStubs() {
        return stubs.waiting();
    }

    /** Removes all stubs. */
    public void clearStubs() {
        stubs.clear();
    }

    /**
     * Makes {@code actions/delete} and {@code actions/update} fail for one connection, which does not change. The status of the
     * whole response is 207.
     *
     * @param connectionId the id of the connection
     * @param status the status of its result
     * @param code the code of its error
     * @param detail the detail of its error
     */
    public void failBulkAction(String connectionId, int status, String code, String detail) {
        ApiErrorException exception = new ApiErrorException(status, code, "The action failed", detail);
        tenant.change(() -> tenant.dataConnections.actions().fail(connectionId, exception));
    }

    /** Removes all failures of {@link #failBulkAction}. */
    public void clearBulkFailures() {
        tenant.change(tenant.dataConnections.actions()::clearFailures);
    }

    /**
     * Injects random faults into the responses to requests that no stub matches, until {@link #clearFaults()}.
     *
     * @param faults the faults; their random sequence starts at the seed
     */
    public void injectFaults(Faults faults) {
        this.faults = new FaultInjector(Objects.requireNonNull(faults, "faults"));
    }

    /** Stops the injection of faults. */
    public void clearFaults() {
        faults = null;
    }

    private static Response published(ReceivedRequest request, Response response) {
        if (LISTENERS.any()) {
            LISTENERS.onExchange(
                    request,
                    response.status(),
                    response.headers().getOrDefault("Content-Type", ""),
                    new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    private ResponseDelivery deliver(Request request) {
        ReceivedRequest received = new ReceivedRequest(request);
        log.add(received);
        return stubs.take(received)
                .or(this::fault)
                .map(stub -> stub.deliver(request, tenant::handle))
                .orElseGet(() -> ResponseDelivery.of(published(received, tenant.handle(request))));
    }

    private Optional<StubResponse> fault() {
        FaultInjector injector = faults;
        return injector == null ? Optional.empty() : injector.next();
    }
}
