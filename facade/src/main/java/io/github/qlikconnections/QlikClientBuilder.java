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

/** Builds a {@link QlikClient}; not thread-safe. */
public final class QlikClientBuilder {

    /** As good as for ever, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

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
    private @Nullable SSLContext trust;
    private @Nullable String userAgent;
    private @Nullable String apiVersion;
    private final List<RequestListener> listeners = new ArrayList<>();

    QlikClientBuilder() {}

    static QlikClientBuilder fromEnvironment(Map<String, String> variables) {
        ClientEnvironment environment = ClientEnvironment.read(variables);
        return new QlikClientBuilder().tenant(environment.tenant()).credentials(environment.credentials());
    }

    /**
     * Sets the tenant; needed.
     *
     * @param address the origin of the tenant such as {@code https://acme.eu.qlikcloud.com}; http is for a loopback host only
     * @return this builder
     * @throws IllegalArgumentException if it is not such an origin; the message says what to write instead
     */
    public QlikClientBuilder tenant(String address) {
        this.tenant = Tenant.parse(address);
        return this;
    }

    /**
     * Sets who the caller is; needed.
     *
     * @param credentials for example {@link QlikCredentials#apiKey(io.github.qlikconnections.auth.Secret)}
     * @return this builder
     */
    public QlikClientBuilder credentials(QlikCredentials credentials) {
        this.credentials = Arguments.given(credentials, "credentials");
        return this;
    }

    /**
     * Sets how strictly drafts are held against the specification; by default {@link ValidationPolicy#strict()}.
     *
     * @param policy the policy of every validation by this client
     * @return this builder
     */
    public QlikClientBuilder validationPolicy(ValidationPolicy policy) {
        this.validationPolicy = Arguments.given(policy, "policy");
        return this;
    }

    /**
     * Sets how long a TCP and TLS connect may take; by default 10 s.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder connectTimeout(Duration time) {
        this.connectTimeout = positive(time, "connectTimeout");
        return this;
    }

    /**
     * Sets how long the tenant may stay silent before a call fails; by default 30 s.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder responseTimeout(Duration time) {
        this.responseTimeout = positive(time, "responseTimeout");
        return this;
    }

    /**
     * Sets the response timeout of creating a connection, where the tenant may try the source out first; by default 60 s.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder createResponseTimeout(Duration time) {
        this.createResponseTimeout = positive(time, "createResponseTimeout");
        return this;
    }

    /**
     * Sets how long a call waits for a free pooled connection; by default 10 s.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder connectionRequestTimeout(Duration time) {
        this.connectionRequestTimeout = positive(time, "connectionRequestTimeout");
        return this;
    }

    /**
     * Sets how long each request to the API may take, its retries and waits included; by default 2 min.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder operationTimeout(Duration time) {
        this.operationTimeout = positive(time, "operationTimeout");
        return this;
    }

    /**
     * Sets how many connections to the tenant are pooled; by default 20.
     *
     * @param number at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public QlikClientBuilder maxConnections(int number) {
        this.maxConnections = positive(number, "maxConnections");
        return this;
    }

    /**
     * Sets how often a request is sent at most; by default 3, and 1 switches retries off.
     *
     * @param number at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public QlikClientBuilder maxAttempts(int number) {
        this.maxAttempts = positive(number, "maxAttempts");
        return this;
    }

    /**
     * Sets the upper bound of the first pause between two attempts, which then doubles; by default 500 ms.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder backoffBaseDelay(Duration time) {
        this.backoffBaseDelay = positive(time, "backoffBaseDelay");
        return this;
    }

    /**
     * Sets the upper bound of every pause between two attempts; by default 20 s.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder backoffMaxDelay(Duration time) {
        this.backoffMaxDelay = positive(time, "backoffMaxDelay");
        return this;
    }

    /**
     * Sets the longest {@code Retry-After} that is waited for; a longer one is thrown. By default 60 s.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder maxRetryAfter(Duration time) {
        this.maxRetryAfter = positive(time, "maxRetryAfter");
        return this;
    }

    /**
     * Sets the largest answer that is read; by default 16 MiB.
     *
     * @param bytes a positive number of bytes
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public QlikClientBuilder maxResponseBytes(long bytes) {
        this.maxResponseBytes = positive(bytes, "maxResponseBytes");
        return this;
    }

    /**
     * Sets how long the specification of a data source is remembered; by default 15 min.
     *
     * @param time a positive time, at most 365 days
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public QlikClientBuilder specCacheTtl(Duration time) {
        this.specCacheTtl = positive(time, "specCacheTtl");
        return this;
    }

    /**
     * Sets the rates that the tenant allows. Runs over many connections keep to them, and so do callers that wait after a rate limit was
     * met. A single call is counted and never delayed.
     *
     * <p>Default: {@link RateLimits#defaults()}, which the API documents for every tenant.
     *
     * @param limits the rates, such as {@code RateLimits.perMinute(500, 50)}
     * @return this builder
     */
    public QlikClientBuilder rateLimits(RateLimits limits) {
        this.rateLimits = Arguments.given(limits, "limits");
        return this;
    }

    /**
     * Sends everything through this proxy. Without a call the system properties {@code https.proxyHost}, {@code
     * https.proxyPort} and {@code http.nonProxyHosts} decide. A loopback tenant over http is always reached directly.
     *
     * @param host a host name, without a scheme
     * @param port from 1 to 65535
     * @return this builder
     * @throws IllegalArgumentException if one of them cannot be that
     */
    public QlikClientBuilder proxy(String host, int port) {
        this.proxy = ProxySettings.of(Arguments.given(host, "host"), port, null, null);
        return this;
    }

    /**
     * Sends everything through this proxy, which wants a user and a password (Basic authentication).
     *
     * @param host a host name, without a scheme
     * @param port from 1 to 65535
     * @param user the user name
     * @param password the password; sent to the proxy only
     * @return this builder
     * @throws IllegalArgumentException if the host or the port cannot be that
     */
    public QlikClientBuilder proxy(String host, int port, String user, Secret password) {
        this.proxy = ProxySettings.of(
                Arguments.given(host, "host"),
                port,
                Arguments.given(user, "user"),
                Arguments.given(password, "password"));
        return this;
    }

    /**
     * Uses no proxy, whatever the system properties say.
     *
     * @return this builder
     */
    public QlikClientBuilder noProxy() {
        this.proxy = ProxySettings.DIRECT;
        return this;
    }

    /**
     * Trusts the certificates of this file instead of those that the JVM trusts. The host name is checked all the same.
     *
     * @param file a trust store, PKCS #12 or JKS
     * @param password its password
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read, is not a trust store, is empty, or the password is wrong
     */
    public QlikClientBuilder trustStore(Path file, Secret password) {
        this.trust =
                TrustStore.read(Arguments.given(file, "file"), Arguments.given(password, "password"));
        return this;
    }

    /**
     * Names the application in the {@code User-Agent}, behind the name of the library.
     *
     * @param name a product of RFC 9110 such as {@code nightly-sync} or {@code nightly-sync/2.1}
     * @return this builder
     * @throws IllegalArgumentException if it is not a product
     */
    public QlikClientBuilder applicationName(String name) {
        this.userAgent = UserAgent.with(Arguments.given(name, "name"));
        return this;
    }

    /**
     * Sends {@code qlik-api-version} with every request. It decides which deprecations the tenant announces, and changes no response
     * otherwise. Without a call it is not sent.
     *
     * @param version a year and a month such as {@code 2026-11}
     * @return this builder
     * @throws IllegalArgumentException if it is not a year and a month
     */
    public QlikClientBuilder apiVersion(String version) {
        Arguments.given(version, "version");
        if (!version.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("apiVersion must be a year and a month such as 2026-11.");
        }
        this.apiVersion = version;
        return this;
    }

    /**
     * Adds a listener for the events of requests, for metrics and traces. Listeners are called in the order in which they were added; one
     * that throws affects neither the request nor the other listeners.
     *
     * @param listener a thread-safe listener
     * @return this builder
     */
    public QlikClientBuilder addListener(RequestListener listener) {
        listeners.add(Arguments.given(listener, "listener"));
        return this;
    }

    QlikClientBuilder timing(Timing timing) {
        this.timing = timing;
        return this;
    }

    /**
     * Builds the client. Nothing is sent yet: a wrong key shows at the first call.
     *
     * @return the client; close it when done
     * @throws IllegalStateException if the tenant or the credentials are missing; the message names the method to call
     * @throws IllegalArgumentException if the credentials cannot be used: a key or secret with blanks or control characters in
     *     it, or a private key that cannot be read
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
                new NetworkSettings(proxy, trust, userAgent == null ? UserAgent.value() : userAgent, apiVersion),
                timing,
                listeners,
                validationPolicy,
                specCacheTtl);
    }

    /** The tenant and the kind of credentials, and no secret. */
    @Override
    public String toString() {
        return "QlikClientBuilder[" + (tenant == null ? "no tenant" : tenant) + ", "
                + (credentials == null ? "no credentials" : credentials) + "]";
    }

    private static Duration positive(Duration time, String name) {
        Arguments.given(time, name);
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, not " + time);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be at most " + LONGEST.toDays() + " days, not " + time);
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
