package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.http.NetworkSettings;
import io.github.qlikconnections.internal.http.ProxySettings;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.TransportSettings;
import io.github.qlikconnections.internal.http.TrustStore;
import io.github.qlikconnections.internal.http.UserAgent;
import io.github.qlikconnections.internal.workflow.ClientEnvironment;
import io.github.qlikconnections.internal.workflow.DefaultQlikClient;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds a {@link QlikClient}. Not thread-safe. */
public final class QlikClientBuilder {

    /** Upper bound of all timeouts, which still fits into nanoseconds. */
    private static final Duration MAX_TIMEOUT = Duration.ofDays(365);

    private @Nullable Tenant tenant;
    private @Nullable QlikCredentials credentials;
    private ValidationPolicy validationPolicy = ValidationPolicy.strict();
    private Timing timing = Timing.SYSTEM;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration responseTimeout = Duration.ofSeconds(30);
    private Duration createResponseTimeout = Duration.ofSeconds(60);
    private Duration connectionRequestTimeout = Duration.ofSeconds(10);
    private Duration operationTimeout = Duration.ofMinutes(2);
    private int maxConnections = 20;
    private int maxAttempts = 3;
    private Duration backoffBaseDelay = Duration.ofMillis(500);
    private Duration backoffMaxDelay = Duration.ofSeconds(20);
    private Duration maxRetryAfter = Duration.ofSeconds(60);
    private long maxResponseBytes = 16L * 1024 * 1024;
    private Duration specCacheTtl = Duration.ofMinutes(15);
    private RateLimits rateLimits = RateLimits.defaults();
    private ProxySettings proxy = ProxySettings.SYSTEM;
    private @Nullable SSLContext sslContext;
    private @Nullable String userAgent;
    private @Nullable String apiVersion;
    private final List<RequestListener> listeners = new ArrayList<>();

    QlikClientBuilder() {}

    static QlikClientBuilder fromEnvironment(Map<String, String> variables) {
        ClientEnvironment environment = ClientEnvironment.read(variables);
        return new QlikClientBuilder().tenant(environment.tenant()).credentials(environment.credentials());
    }

    /**
     * Sets the tenant. Required.
     *
     * @param address the origin of the tenant such as {@code https://acme.eu.qlikcloud.com}; http is allowed for a
     *     loopback host only
     * @return this builder
     * @throws IllegalArgumentException if the address is not such an origin; the message describes the expected form
     */
    public QlikClientBuilder tenant(String address) {
        this.tenant = Tenant.parse(address);
        return this;
    }

    /**
     * Sets the credentials of the caller. Required.
     *
     * @param credentials the credentials, for example
     *     {@link QlikCredentials#apiKey(io.github.qlikconnections.auth.Secret)}
     * @return this builder
     */
    public QlikClientBuilder credentials(QlikCredentials credentials) {
        this.credentials = Arguments.require(credentials, "credentials");
        return this;
    }

    /**
     * Sets how strictly drafts are validated against the specification.
     *
     * <p>Default: {@link ValidationPolicy#strict()}.
     *
     * @param policy the policy of all validations by this client
     * @return this builder
     */
    public QlikClientBuilder validationPolicy(ValidationPolicy policy) {
        this.validationPolicy = Arguments.require(policy, "policy");
        return this;
    }

    /**
     * Sets the timeout for establishing a TCP and TLS connection.
     *
     * <p>Default: 10 s.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder connectTimeout(Duration time) {
        this.connectTimeout = positive(time, "connectTimeout");
        return this;
    }

    /**
     * Sets how long a request waits for data from the tenant before it fails.
     *
     * <p>Default: 30 s.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder responseTimeout(Duration time) {
        this.responseTimeout = positive(time, "responseTimeout");
        return this;
    }

    /**
     * Sets the response timeout for creating a connection. It is longer because the tenant may test the connection
     * first.
     *
     * <p>Default: 60 s.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder createResponseTimeout(Duration time) {
        this.createResponseTimeout = positive(time, "createResponseTimeout");
        return this;
    }

    /**
     * Sets how long a request waits for a pooled connection.
     *
     * <p>Default: 10 s.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder connectionRequestTimeout(Duration time) {
        this.connectionRequestTimeout = positive(time, "connectionRequestTimeout");
        return this;
    }

    /**
     * Sets how long each request to the API may take, including its retries and waits.
     *
     * <p>Default: 2 min.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder operationTimeout(Duration time) {
        this.operationTimeout = positive(time, "operationTimeout");
        return this;
    }

    /**
     * Sets the maximum number of pooled connections to the tenant.
     *
     * <p>Default: 20.
     *
     * @param number at least 1
     * @return this builder
     * @throws IllegalArgumentException if the number is zero or negative
     */
    public QlikClientBuilder maxConnections(int number) {
        this.maxConnections = positive(number, "maxConnections");
        return this;
    }

    /**
     * Sets the maximum number of attempts for a request. The value 1 disables retries.
     *
     * <p>Default: 3.
     *
     * @param number at least 1
     * @return this builder
     * @throws IllegalArgumentException if the number is zero or negative
     */
    public QlikClientBuilder maxAttempts(int number) {
        this.maxAttempts = positive(number, "maxAttempts");
        return this;
    }

    /**
     * Sets the upper bound of the delay before the first retry. It doubles with each further retry.
     *
     * <p>Default: 500 ms.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder backoffBaseDelay(Duration time) {
        this.backoffBaseDelay = positive(time, "backoffBaseDelay");
        return this;
    }

    /**
     * Sets the upper bound of all retry delays.
     *
     * <p>Default: 20 s.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder backoffMaxDelay(Duration time) {
        this.backoffMaxDelay = positive(time, "backoffMaxDelay");
        return this;
    }

    /**
     * Sets the longest {@code Retry-After} that a request waits for. If the tenant requires a longer wait, the request
     * fails.
     *
     * <p>Default: 60 s.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder maxRetryAfter(Duration time) {
        this.maxRetryAfter = positive(time, "maxRetryAfter");
        return this;
    }

    /**
     * Sets the maximum size of a response body.
     *
     * <p>Default: 16 MiB.
     *
     * @param bytes a positive number of bytes
     * @return this builder
     * @throws IllegalArgumentException if the number is zero or negative
     */
    public QlikClientBuilder maxResponseBytes(long bytes) {
        this.maxResponseBytes = positive(bytes, "maxResponseBytes");
        return this;
    }

    /**
     * Sets how long the specification of a data source is cached.
     *
     * <p>Default: 15 min.
     *
     * @param time a positive duration of at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if the duration is out of this range
     */
    public QlikClientBuilder specCacheTtl(Duration time) {
        this.specCacheTtl = positive(time, "specCacheTtl");
        return this;
    }

    /**
     * Sets the request rates that the tenant allows. Bulk operations and requests that wait after a 429 response keep
     * these rates. Other requests count against the rates and are not delayed.
     *
     * <p>Default: {@link RateLimits#defaults()}, which the API documents for every tenant.
     *
     * @param limits the rates, such as {@code RateLimits.perMinute(500, 50)}
     * @return this builder
     */
    public QlikClientBuilder rateLimits(RateLimits limits) {
        this.rateLimits = Arguments.require(limits, "limits");
        return this;
    }

    /**
     * Sends all requests through a proxy. A loopback tenant over http is always reached directly.
     *
     * <p>Default: the system properties {@code https.proxyHost}, {@code https.proxyPort} and
     * {@code http.nonProxyHosts}.
     *
     * @param host a host name, without a scheme
     * @param port from 1 to 65535
     * @return this builder
     * @throws IllegalArgumentException if the host or the port is invalid
     */
    public QlikClientBuilder proxy(String host, int port) {
        this.proxy = ProxySettings.of(Arguments.require(host, "host"), port, null, null);
        return this;
    }

    /**
     * Sends all requests through a proxy with Basic authentication.
     *
     * @param host a host name, without a scheme
     * @param port from 1 to 65535
     * @param user the user name
     * @param password the password; sent to the proxy only
     * @return this builder
     * @throws IllegalArgumentException if the host or the port is invalid
     */
    public QlikClientBuilder proxy(String host, int port, String user, Secret password) {
        this.proxy = ProxySettings.of(
                Arguments.require(host, "host"),
                port,
                Arguments.require(user, "user"),
                Arguments.require(password, "password"));
        return this;
    }

    /**
     * Uses no proxy, regardless of the system properties.
     *
     * @return this builder
     */
    public QlikClientBuilder noProxy() {
        this.proxy = ProxySettings.DIRECT;
        return this;
    }

    /**
     * Trusts the certificates of a trust store instead of those of the JVM. Host names are still verified.
     *
     * @param file a trust store in PKCS #12 or JKS format
     * @param password the password of the trust store
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read, is not a trust store, is empty, or the password is
     *     wrong
     */
    public QlikClientBuilder trustStore(Path file, Secret password) {
        this.sslContext = TrustStore.read(Arguments.require(file, "file"), Arguments.require(password, "password"));
        return this;
    }

    /**
     * Sets the application name that follows the library name in the {@code User-Agent} header.
     *
     * <p>Default: none.
     *
     * @param name a product as in RFC 9110, such as {@code nightly-sync} or {@code nightly-sync/2.1}
     * @return this builder
     * @throws IllegalArgumentException if the name is not a product
     */
    public QlikClientBuilder applicationName(String name) {
        this.userAgent = UserAgent.with(Arguments.require(name, "name"));
        return this;
    }

    /**
     * Sets the {@code qlik-api-version} header of every request. It selects the deprecations that the tenant announces.
     * It does not change responses otherwise.
     *
     * <p>Default: the header is not sent.
     *
     * @param version a year and a month such as {@code 2026-11}
     * @return this builder
     * @throws IllegalArgumentException if the version is not a year and a month
     */
    public QlikClientBuilder apiVersion(String version) {
        Arguments.require(version, "version");
        if (!version.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("apiVersion must be a year and a month such as 2026-11.");
        }
        this.apiVersion = version;
        return this;
    }

    /**
     * Adds a listener for request events, for metrics and traces. Listeners are called in the order in which they were
     * added. An exception of a listener affects neither the request nor the other listeners.
     *
     * @param listener a thread-safe listener
     * @return this builder
     */
    public QlikClientBuilder addListener(RequestListener listener) {
        listeners.add(Arguments.require(listener, "listener"));
        return this;
    }

    QlikClientBuilder timing(Timing timing) {
        this.timing = timing;
        return this;
    }

    /**
     * Builds the client. Sends no request: rejected credentials are detected at the first request.
     *
     * @return the client, which the caller must close
     * @throws IllegalStateException if the tenant or the credentials are missing; the message names the method to call
     * @throws IllegalArgumentException if the credentials cannot be used: a key or secret that contains whitespace or
     *     control characters, or a private key that cannot be read
     */
    public QlikClient build() {
        if (tenant == null) {
            throw new IllegalStateException(
                    "The tenant is missing: call tenant(\"https://your-tenant.eu.qlikcloud.com\") before build().");
        }
        if (credentials == null) {
            throw new IllegalStateException(
                    "The credentials are missing: call credentials(QlikCredentials.apiKey(…)) before build().");
        }
        TransportSettings settings = new TransportSettings(
                connectTimeout,
                responseTimeout,
                createResponseTimeout,
                connectionRequestTimeout,
                operationTimeout,
                maxConnections,
                maxAttempts,
                backoffBaseDelay,
                backoffMaxDelay,
                maxRetryAfter,
                maxResponseBytes,
                rateLimits.readsPerMinute(),
                rateLimits.writesPerMinute());
        return new DefaultQlikClient(
                tenant,
                credentials,
                settings,
                new NetworkSettings(proxy, sslContext, userAgent == null ? UserAgent.value() : userAgent, apiVersion),
                timing,
                listeners,
                validationPolicy,
                specCacheTtl);
    }

    /** Returns the tenant and the type of credentials, without a secret. */
    @Override
    public String toString() {
        return "QlikClientBuilder[" + (tenant == null ? "no tenant" : tenant) + ", "
                + (credentials == null ? "no credentials" : credentials) + "]";
    }

    private static Duration positive(Duration time, String name) {
        Arguments.require(time, name);
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, not " + time);
        }
        if (time.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at most " + MAX_TIMEOUT.toDays() + " days, not " + time);
        }
        return time;
    }

    private static int positive(int number, String name) {
        return Math.toIntExact(positive((long) number, name));
    }

    private static long positive(long number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + number);
        }
        return number;
    }
}
