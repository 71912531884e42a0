package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.event.RequestListener;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.configuration.Configuration;
import io.github.qlikconnections.internal.configuration.Environment;
import io.github.qlikconnections.internal.configuration.Setting;
import io.github.qlikconnections.internal.http.NetworkSettings;
import io.github.qlikconnections.internal.http.ProxySettings;
import io.github.qlikconnections.internal.http.RateSettings;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.TransportSettings;
import io.github.qlikconnections.internal.http.TrustStore;
import io.github.qlikconnections.internal.http.UserAgent;
import io.github.qlikconnections.internal.token.CallerIdentity;
import io.github.qlikconnections.internal.workflow.DefaultQlikClient;
import io.github.qlikconnections.rate.RateLimiter;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds a {@link QlikClient}. Not thread-safe. */
public final class QlikClientBuilder {

    private final Configuration configuration = new Configuration();
    private Timing timing = Timing.SYSTEM;
    private ProxySettings proxy = ProxySettings.system(System.getenv());
    private @Nullable RateLimiter rateLimiter;
    private @Nullable SSLContext sslContext;
    private final List<RequestListener> listeners = new ArrayList<>();

    QlikClientBuilder() {}

    /**
     * Reads each setting that is not set on this builder from its system property or, without one, from its environment
     * variable.
     *
     * <p>The order of this method and the setters is irrelevant. System properties and variables are read when the
     * client is built. Their names are {@code qlik.} with the name of the setting and {@code QLIK_} with the name in
     * upper case: {@code qlik.connectTimeout} and {@code QLIK_CONNECT_TIMEOUT}. The credentials are
     * {@code QLIK_API_KEY}, or {@code QLIK_CLIENT_ID} and {@code QLIK_CLIENT_SECRET}. Durations are written as
     * {@code 500ms}, {@code 10s}, {@code 2m} or {@code PT1M30S}. A blank value counts as not set.
     *
     * @return this builder
     */
    public QlikClientBuilder fromEnvironment() {
        return environment(Environment.ofProcess());
    }

    QlikClientBuilder environment(Environment environment) {
        configuration.readFrom(environment);
        return this;
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
        return set(Setting.TENANT, Tenant.parse(address));
    }

    /**
     * Sets the credentials of the caller. Required.
     *
     * @param credentials the credentials, for example
     *     {@link QlikCredentials#apiKey(io.github.qlikconnections.auth.Secret)}
     * @return this builder
     */
    public QlikClientBuilder credentials(QlikCredentials credentials) {
        configuration.credentials(Arguments.require(credentials, "credentials"));
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
        return set(Setting.VALIDATION_POLICY, policy);
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
        return set(Setting.CONNECT_TIMEOUT, time);
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
        return set(Setting.RESPONSE_TIMEOUT, time);
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
        return set(Setting.CREATE_RESPONSE_TIMEOUT, time);
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
        return set(Setting.CONNECTION_REQUEST_TIMEOUT, time);
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
        return set(Setting.OPERATION_TIMEOUT, time);
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
        return set(Setting.MAX_CONNECTIONS, number);
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
        return set(Setting.MAX_ATTEMPTS, number);
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
        return set(Setting.BACKOFF_BASE_DELAY, time);
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
        return set(Setting.BACKOFF_MAX_DELAY, time);
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
        return set(Setting.MAX_RETRY_AFTER, time);
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
        return set(Setting.MAX_RESPONSE_BYTES, bytes);
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
        return set(Setting.SPEC_CACHE_TTL, time);
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
        Arguments.require(limits, "limits");
        return set(Setting.READS_PER_MINUTE, limits.readsPerMinute())
                .set(Setting.WRITES_PER_MINUTE, limits.writesPerMinute());
    }

    /**
     * Sets the rate limiter, for example one that several processes share. Clients of one process share the rates if
     * they are built with the same {@link io.github.qlikconnections.rate.LocalRateLimiter}, whose own rates then
     * replace {@link #rateLimits(RateLimits)}. While another rate limiter fails, the client keeps these rates by
     * itself.
     *
     * <p>Default: a rate limiter of this client with the rates of {@link #rateLimits(RateLimits)}.
     *
     * @param limiter a thread-safe rate limiter
     * @return this builder
     */
    public QlikClientBuilder rateLimiter(RateLimiter limiter) {
        this.rateLimiter = Arguments.require(limiter, "limiter");
        return this;
    }

    /**
     * Sets the caller for the rate limiter. The limits of the API count per user, so clients with different credentials
     * of the same user share a limit only if they have the same caller.
     *
     * <p>Default: derived from a hash of the OAuth client id or of the API key. With supplied tokens there is none.
     *
     * @param name a name without a secret, such as {@code etl}: 1 to 100 printable ASCII characters without spaces
     * @return this builder
     * @throws IllegalArgumentException if the name is not of this form
     */
    public QlikClientBuilder caller(String name) {
        return set(Setting.CALLER, Arguments.require(name, "name"));
    }

    /**
     * Sends all requests through a proxy. A loopback tenant over http is always reached directly.
     *
     * <p>Default: the system properties {@code https.proxyHost}, {@code https.proxyPort} and
     * {@code http.nonProxyHosts}. Without them, the environment variables {@code HTTPS_PROXY} and {@code NO_PROXY}.
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
     * Uses no proxy, regardless of the system properties and the environment variables.
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
     * Uses a TLS context, for example with a client certificate or with the certificates of an internal authority. Host
     * names are still verified. It replaces {@link #trustStore(Path, Secret)}, and the last call of both applies.
     *
     * @param context an initialized context
     * @return this builder
     */
    public QlikClientBuilder sslContext(SSLContext context) {
        this.sslContext = Arguments.require(context, "context");
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
        return set(Setting.APPLICATION_NAME, Arguments.require(name, "name"));
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
        return set(Setting.API_VERSION, Arguments.require(version, "version"));
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
     * @throws IllegalStateException if the tenant or the credentials are missing, an API key and an OAuth client are both
     *     set in the environment, or the rate limiter requires a caller and there is none; the message names what to
     *     set or to remove
     * @throws IllegalArgumentException if the credentials cannot be used: a key or secret that contains whitespace or
     *     control characters, or a private key that cannot be read; or if a value of the environment cannot be used
     */
    public QlikClient build() {
        configuration.requireComplete();
        TransportSettings settings = new TransportSettings(
                configuration.get(Setting.CONNECT_TIMEOUT),
                configuration.get(Setting.RESPONSE_TIMEOUT),
                configuration.get(Setting.CREATE_RESPONSE_TIMEOUT),
                configuration.get(Setting.CONNECTION_REQUEST_TIMEOUT),
                configuration.get(Setting.OPERATION_TIMEOUT),
                configuration.get(Setting.MAX_CONNECTIONS),
                configuration.get(Setting.MAX_ATTEMPTS),
                configuration.get(Setting.BACKOFF_BASE_DELAY),
                configuration.get(Setting.BACKOFF_MAX_DELAY),
                configuration.get(Setting.MAX_RETRY_AFTER),
                configuration.get(Setting.MAX_RESPONSE_BYTES),
                rateSettings());
        NetworkSettings network = new NetworkSettings(
                proxy,
                sslContext,
                configuration
                        .find(Setting.APPLICATION_NAME)
                        .map(UserAgent::with)
                        .orElseGet(UserAgent::value),
                configuration.find(Setting.API_VERSION).orElse(null));
        return new DefaultQlikClient(
                configuration.find(Setting.TENANT).orElseThrow(),
                configuration.credentials().orElseThrow(),
                settings,
                network,
                timing,
                listeners,
                configuration.get(Setting.VALIDATION_POLICY),
                configuration.get(Setting.SPEC_CACHE_TTL));
    }

    private RateSettings rateSettings() {
        RateLimits limits = RateLimits.perMinute(
                configuration.get(Setting.READS_PER_MINUTE), configuration.get(Setting.WRITES_PER_MINUTE));
        @Nullable String caller = configuration
                .find(Setting.CALLER)
                .orElseGet(() -> CallerIdentity.of(configuration.credentials().orElseThrow()));
        if (caller == null && rateLimiter != null && rateLimiter.isCallerRequired()) {
            throw new IllegalStateException(
                    "The caller is missing: the rate limiter cannot derive one from supplied tokens."
                            + " Call caller(\"etl\") with a name that all clients of the same user share before build().");
        }
        return new RateSettings(limits, rateLimiter, caller);
    }

    private <T> QlikClientBuilder set(Setting<T> setting, T value) {
        configuration.set(setting, value);
        return this;
    }

    /** Returns the tenant and the type of credentials, without a secret. */
    @Override
    public String toString() {
        return "QlikClientBuilder[" + configuration + "]";
    }
}
