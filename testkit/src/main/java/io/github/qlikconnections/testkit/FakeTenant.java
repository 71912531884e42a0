package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.InMemoryTenant;
import io.github.qlikconnections.testkit.internal.connections.ConnectionEntity;
import io.github.qlikconnections.testkit.internal.connections.PropertyTransform;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.ResponseDelivery;
import io.github.qlikconnections.testkit.internal.http.LoopbackHttpServer;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.spaces.SpaceEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * A Qlik Cloud tenant that runs inside the caller's process: a stateful HTTP server on 127.0.0.1 that answers every
 * operation of the data sources, data connections and data credentials services, the reading ones of the spaces service,
 * and the OAuth token endpoint, as the vendor documents them.
 *
 * <pre>{@code
 * try (FakeTenant tenant = FakeTenant.start()) {
 *     …
 * }
 * }</pre>
 *
 * <p>Tests with JUnit Jupiter can leave starting and closing to {@link FakeTenantExtension}. This class does not need
 * JUnit.
 *
 * <p>It keeps what is created until it is closed, checks the bearer token, and never gives a secret back. It does not
 * check connection properties against their schema, for it is not known whether the real service does. Safe for use by
 * any number of threads; its own threads are daemons.
 */
public final class FakeTenant implements AutoCloseable {

    private static final ExchangeListeners LISTENERS = ExchangeListeners.installed();

    private final int port;
    private final String apiKey;
    private final Clock clock;
    private final Principal owner;
    private final InMemoryTenant tenant;
    private final StubbingQueue script = new StubbingQueue();
    private final RequestLog log = new RequestLog();
    private volatile @Nullable FaultInjector faults;
    private @Nullable LoopbackHttpServer front;

    FakeTenant(FakeTenantBuilder settings) {
        this.port = settings.port;
        this.apiKey = settings.apiKey;
        this.clock = settings.clock;
        this.owner = new Principal(settings.userId, settings.admin);
        this.tenant = new InMemoryTenant(settings.setup(this::url));
        tenant.authenticator.addApiKey(apiKey, owner);
        settings.clientSecrets.forEach(tenant.oauth::addClient);
        settings.clientKeys.forEach(tenant.oauth::addClient);
    }

    /**
     * Begins a tenant with settings of its own.
     *
     * @return a builder
     */
    public static FakeTenantBuilder builder() {
        return new FakeTenantBuilder();
    }

    /**
     * Starts a tenant with the default settings.
     *
     * @return the running tenant, to be closed by the caller
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

    /** Stops the server at once; closing twice does no harm. */
    @Override
    public synchronized void close() {
        if (front != null) {
            front.close();
            front = null;
        }
    }

    /**
     * The tenant's origin.
     *
     * @return such as {@code http://127.0.0.1:49152}, without a slash at the end
     * @throws IllegalStateException when the tenant is not running
     */
    public synchronized String url() {
        if (front == null) {
            throw new IllegalStateException(
                    "This tenant is not running. Call FakeTenant.start(), or register a FakeTenantExtension.");
        }
        return "http://127.0.0.1:" + front.port();
    }

    /**
     * The API key that the tenant accepts as a bearer token.
     *
     * @return the key
     */
    public String apiKey() {
        return apiKey;
    }

    /**
     * The user whom the API key stands for.
     *
     * @return a user id
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
        tenant.change(() -> tenant.authenticator.addApiKey(key, new Principal(userId, admin)));
        return key;
    }

    /** Ends all access tokens of OAuth clients before their time; API keys stay valid. */
    public void revokeAccessTokens() {
        tenant.change(tenant.authenticator::revokeAccessTokens);
    }

    /**
     * Adds a data source, or takes the place of the one with the same id.
     *
     * @param source the data source
     */
    public void addDataSource(FakeDataSource source) {
        tenant.change(() -> tenant.catalogue.add(source.source()));
    }

    /**
     * Disables or enables a data source: a disabled one is not listed, and its specification is answered 404.
     *
     * @param dataSourceId its id
     * @param disabled whether it is to be disabled
     * @throws IllegalArgumentException when there is no such data source
     */
    public void disableDataSource(String dataSourceId, boolean disabled) {
        stored(() -> {
            tenant.catalogue.disable(dataSourceId, disabled);
            return dataSourceId;
        });
    }

    /**
     * Adds a space.
     *
     * @param name its name, unique in the tenant
     * @param type its type
     * @return its id
     * @throws IllegalArgumentException when there is a space of that name
     */
    public String addSpace(String name, SpaceType type) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        tenant.change(
                () -> tenant.spaces.add(new SpaceEntity(id, name, type.word(), "", SpaceEntity.Access.WRITE, clock.instant())));
        return id;
    }

    /**
     * Sets what the users may do in a space.
     *
     * @param spaceId the space's id
     * @param access what they may do
     * @throws IllegalArgumentException when there is no such space
     */
    public void setSpaceAccess(String spaceId, SpaceAccess access) {
        tenant.change(() -> tenant.spaces.setAccess(spaceId, access.access));
    }

    /**
     * Adds a connection without a request, owned by the user of the API key.
     *
     * @param dataSourceId its data source
     * @param name its name
     * @param spaceId its space, null for the personal space
     * @param properties its properties, secrets among them, as JSON has them
     * @return its id
     * @throws IllegalArgumentException when the tenant would not take such a connection
     */
    public String addConnection(String dataSourceId, String name, @Nullable String spaceId, Map<String, ?> properties) {
        return stored(() -> tenant.addConnection(dataSourceId, name, spaceId, properties, owner));
    }

    /**
     * Adds a separated credential that no connection uses, without a request, owned by the user of the API key.
     *
     * @param dataSourceId its data source
     * @param name its name
     * @param secrets property name to value
     * @return its id
     * @throws IllegalArgumentException when there is one of that name
     */
    public String addCredential(String dataSourceId, String name, Map<String, ?> secrets) {
        return stored(() -> tenant.addCredential(dataSourceId, name, secrets, owner));
    }

    /**
     * Stores and returns a connection property in another form than the one in which it is sent. Applies to values that
     * are stored from now on, by {@code POST}, {@code PATCH}, {@code PUT} and {@link #addConnection}. Secrets, and other
     * properties that are stored in the credential, are not affected.
     *
     * @param property the name of the property, of whatever data source
     * @param normalization the form, in place of an earlier one
     */
    public void normalize(String property, Normalization normalization) {
        Objects.requireNonNull(property, "property");
        PropertyTransform form =
                Objects.requireNonNull(normalization, "normalization").form();
        tenant.change(() -> tenant.dataConnections.forms().set(property, form));
    }

    /** Stores properties as they are sent again, and returns hidden ones. Values that are stored keep their form. */
    public void clearNormalizations() {
        tenant.change(tenant.dataConnections.forms()::clear);
    }

    /**
     * Answers lookups by a name with another connection: requests to {@code {name}?type=connectionname}, and lists whose
     * filter contains {@code qName eq} with this name. The space of the request is ignored.
     *
     * @param name the name, compared exactly; a connection of that name need not exist
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

    /** Answers lookups by name with the connection of that name again. */
    public void clearNameOverrides() {
        tenant.change(tenant.connections::clearNameOverrides);
    }

    /**
     * Ignores the query parameters that select the entries of a list of connections: {@code filter}, {@code spaceId},
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
     * The connections that the tenant holds, without the data files of spaces.
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
     * The credentials that the tenant holds, embedded and separated.
     *
     * @return snapshots, the oldest credential first
     */
    public List<StoredCredential> credentials() {
        return tenant.locked(() ->
                tenant.credentials.all().stream().map(StoredCredential::new).toList());
    }

    /**
     * The requests that arrived; of more than 10,000 only the latest.
     *
     * @return the requests, the oldest first
     */
    public List<ReceivedRequest> requests() {
        return log.latest();
    }

    /**
     * How many requests arrived since the start or since they were forgotten.
     *
     * @return the number
     */
    public long requestCount() {
        return log.count();
    }

    /** Forgets the requests that arrived so far. */
    public void clearRequests() {
        log.clear();
    }

    /**
     * How many requests of a tier were let in.
     *
     * @param tier the tier
     * @return the number
     */
    public long admitted(TenantRateTier tier) {
        return tenant.locked(() -> tenant.limiter.served(tier.tier));
    }

    /**
     * How many requests of a tier were answered 429 by the rate limits.
     *
     * @param tier the tier
     * @return the number
     */
    public long throttled(TenantRateTier tier) {
        return tenant.locked(() -> tenant.limiter.rejected(tier.tier));
    }

    /**
     * Scripts the answer to the next request; several wait in a queue.
     *
     * @param response the answer
     */
    public void stubNext(StubResponse response) {
        stubNext(request -> true, response);
    }

    /**
     * Scripts the answer to the next request to a path.
     *
     * @param method the HTTP method
     * @param path the percent-encoded path, without the query
     * @param response the answer
     */
    public void stubNext(String method, String path, StubResponse response) {
        stubNext(request -> request.method().equals(method) && request.path().equals(path), response);
    }

    /**
     * Scripts the answer to the next request that fits.
     *
     * @param fits whether a request is meant
     * @param response the answer
     */
    public void stubNext(Predicate<ReceivedRequest> fits, StubResponse response) {
        script.once(fits, response);
    }

    /**
     * Scripts the answers to all requests that fit, until {@link #clearStubs()}.
     *
     * @param fits whether a request is meant
     * @param response makes the answer to a request; called by one thread at a time
     */
    public void stubAll(Predicate<ReceivedRequest> fits, Function<ReceivedRequest, StubResponse> response) {
        script.every(fits, response);
    }

    /**
     * How many answers for a next request were scripted and not given yet.
     *
     * @return the number
     */
    public int pendingStubs() {
        return script.waiting();
    }

    /** Forgets all scripted answers. */
    public void clearStubs() {
        script.clear();
    }

    /**
     * Lets {@code actions/delete} and {@code actions/update} fail for one connection, which stays as it is, while the
     * answer as a whole is 207.
     *
     * @param connectionId the connection's id
     * @param status the status of its result
     * @param code the code of its error
     * @param detail the detail of its error
     */
    public void failBulkAction(String connectionId, int status, String code, String detail) {
        ApiErrorException exception = new ApiErrorException(status, code, "The action failed", detail);
        tenant.change(() -> tenant.dataConnections.actions().fail(connectionId, exception));
    }

    /** Lets bulk actions succeed again for all connections. */
    public void clearBulkFailures() {
        tenant.change(tenant.dataConnections.actions()::failNoMore);
    }

    /**
     * Injects random faults into the responses to requests that no scripted answer fits, until {@link #clearFaults()}.
     *
     * @param faults the faults, which begin anew with their seed
     */
    public void injectFaults(Faults faults) {
        this.faults = new FaultInjector(Objects.requireNonNull(faults, "faults"));
    }

    /** Injects no more faults. */
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
        return script.take(received)
                .or(this::fault)
                .map(scripted -> scripted.deliver(request, tenant::handle))
                .orElseGet(() -> ResponseDelivery.of(published(received, tenant.handle(request))));
    }

    private Optional<StubResponse> fault() {
        FaultInjector injector = faults;
        return injector == null ? Optional.empty() : injector.next();
    }
}
