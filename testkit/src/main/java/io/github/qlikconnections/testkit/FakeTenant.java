package io.github.qlikconnections.testkit;

import io.github.qlikconnections.testkit.internal.Tenant;
import io.github.qlikconnections.testkit.internal.connections.Connection;
import io.github.qlikconnections.testkit.internal.http.Answer;
import io.github.qlikconnections.testkit.internal.http.HttpFront;
import io.github.qlikconnections.testkit.internal.http.Links;
import io.github.qlikconnections.testkit.internal.http.Principal;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.spaces.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Qlik Cloud tenant that runs inside the caller's process: a stateful HTTP server on 127.0.0.1 that answers the data
 * sources, data connections and spaces services as the vendor documents them.
 *
 * <p>Start and close it yourself, or let JUnit Jupiter do so:
 *
 * <pre>{@code
 * @RegisterExtension
 * FakeTenant tenant = FakeTenant.create();           // a fresh one for each test
 *
 * @RegisterExtension
 * static FakeTenant shared = FakeTenant.create();    // one for all tests of the class
 * }</pre>
 *
 * <p>It keeps what is created until it is closed, checks the bearer token, and never gives a secret back. It does not
 * check connection properties against their schema, for it is not known whether the real service does. Safe for use by
 * any number of threads; its own threads are daemons.
 */
public final class FakeTenant
        implements AutoCloseable, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final int port;
    private final String apiKey;
    private final String userId;
    private final Clock clock;
    private final Tenant tenant;
    private final List<ReceivedRequest> requests = new ArrayList<>();
    private @Nullable HttpFront front;
    private int users;

    FakeTenant(FakeTenantBuilder settings) {
        this.port = settings.port;
        this.apiKey = settings.apiKey;
        this.userId = settings.userId;
        this.clock = settings.clock;
        Optional<String> pageLinkOrigin = settings.pageLinkOrigin;
        Links links = new Links(this::url, () -> pageLinkOrigin.orElseGet(this::url));
        this.tenant = new Tenant(clock, links, "nK2vB8xQ4mZ7rT1wY5uJ9cL3pH6dG0sE", userId);
        tenant.authenticator.addApiKey(apiKey, new Principal(userId, settings.admin));
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
     * Makes a tenant with the default settings that is not started yet, for {@code @RegisterExtension}.
     *
     * @return the tenant
     */
    public static FakeTenant create() {
        return builder().build();
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
            front = HttpFront.open(port, this::answer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
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
                    "this tenant is not running: call FakeTenant.start() or annotate the field with @RegisterExtension");
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
        return userId;
    }

    /**
     * Adds a data source, or takes the place of the one with the same id.
     *
     * @param source the data source
     */
    public void addSource(FakeSource source) {
        tenant.locked(() -> {
            tenant.catalogue.add(source.source());
            return source;
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
        return tenant.locked(() -> {
            tenant.spaces.add(new Space(id, name, type.word(), "", Space.Access.WRITE, clock.instant()));
            return id;
        });
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

    private StoredConnection snapshot(Connection connection) {
        return new StoredConnection(
                connection, tenant.credentials.find(connection.credentialId()).orElse(null));
    }

    /**
     * The requests that arrived.
     *
     * @return the requests, the oldest first
     */
    public List<ReceivedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private Answer answer(Request request) {
        synchronized (requests) {
            requests.add(new ReceivedRequest(request));
        }
        return tenant.answer(request);
    }

    /** Stops the server at once; closing twice does no harm. */
    @Override
    public synchronized void close() {
        if (front != null) {
            front.close();
            front = null;
        }
    }

    // A static field is entered once before all tests and again before each one; the last to leave closes the door.

    private synchronized void enter() {
        users++;
        open();
    }

    private synchronized void leave() {
        users--;
        if (users == 0) {
            close();
        }
    }

    /**
     * Starts the tenant of a static field.
     *
     * @param context not used
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        enter();
    }

    /**
     * Starts the tenant of an instance field.
     *
     * @param context not used
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        enter();
    }

    /**
     * Closes the tenant of an instance field.
     *
     * @param context not used
     */
    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    /**
     * Closes the tenant of a static field.
     *
     * @param context not used
     */
    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }
}
