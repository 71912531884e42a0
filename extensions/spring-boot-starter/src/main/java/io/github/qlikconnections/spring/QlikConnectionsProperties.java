package io.github.qlikconnections.spring;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code qlik.connections.*}. A setting that is null has the default of the library. Instances are immutable and
 * thread-safe.
 *
 * @param tenant Address of the tenant, such as https://acme.eu.qlikcloud.com. Required.
 * @param apiKey API key. Required, unless an OAuth client is set.
 * @param oauth OAuth client, instead of an API key.
 * @param timeouts Timeouts.
 * @param retries Retries.
 * @param rateLimits Request rates that the tenant allows.
 * @param proxy Proxy between this application and the tenant.
 * @param ssl TLS connection to the tenant.
 * @param validation Validation of drafts.
 * @param health Health indicator.
 * @param problemDetails Responses for exceptions of the library.
 * @param applicationName Product name that is added to the User-Agent header, such as nightly-sync/2.1.
 * @param apiVersion Year and month for the qlik-api-version header, such as 2026-11. Not sent by default.
 * @param maxConnections Maximum number of pooled connections to the tenant. The default is 20.
 * @param maxResponseSize Maximum size of a response body. The default is 16MB.
 */
@ConfigurationProperties(prefix = QlikConnectionsProperties.PREFIX, ignoreUnknownFields = false)
public record QlikConnectionsProperties(
        @Nullable String tenant,
        @Nullable Secret apiKey,
        @DefaultValue OAuth oauth,
        @DefaultValue Timeouts timeouts,
        @DefaultValue Retries retries,
        @DefaultValue Rates rateLimits,
        @DefaultValue Proxy proxy,
        @DefaultValue Ssl ssl,
        @DefaultValue Validation validation,
        @DefaultValue HealthCheck health,
        @DefaultValue ProblemDetails problemDetails,
        @Nullable String applicationName,
        @Nullable String apiVersion,
        @Nullable Integer maxConnections,
        @Nullable DataSize maxResponseSize) {

    /** The prefix of all settings. */
    public static final String PREFIX = "qlik.connections";

    /**
     * An OAuth client. It has a client secret or a private key.
     *
     * @param clientId Id of the OAuth client.
     * @param clientSecret Secret of the OAuth client.
     * @param privateKey Private key of the OAuth client, PKCS #8 in PEM, instead of a client secret.
     * @param privateKeyLocation Location of a file with the private key, such as file:/run/secrets/qlik.pem.
     * @param algorithm Algorithm for which the private key is registered. Required with a private key.
     * @param keyId Id under which the private key is registered. Required for clients with several keys.
     * @param scope Requested scopes, separated by spaces. All scopes of the client by default.
     */
    public record OAuth(
            @Nullable String clientId,
            @Nullable Secret clientSecret,
            @Nullable Secret privateKey,
            @Nullable Resource privateKeyLocation,
            @Nullable SigningAlgorithm algorithm,
            @Nullable String keyId,
            @Nullable String scope) {}

    /**
     * Timeouts.
     *
     * @param connect Timeout for establishing a connection. The default is 10s.
     * @param response How long a request waits for data from the tenant. The default is 30s.
     * @param createResponse Response timeout for creating a connection. The default is 60s.
     * @param connectionRequest How long a request waits for a pooled connection. The default is 10s.
     * @param operation How long a request may take with its retries and waits. The default is 2m.
     */
    public record Timeouts(
            @Nullable Duration connect,
            @Nullable Duration response,
            @Nullable Duration createResponse,
            @Nullable Duration connectionRequest,
            @Nullable Duration operation) {}

    /**
     * Retries.
     *
     * @param maxAttempts Maximum number of attempts for a request. The value 1 disables retries. The default is 3.
     * @param backoffBaseDelay Upper bound of the delay before the first retry. The default is 500ms.
     * @param backoffMaxDelay Upper bound of all retry delays. The default is 20s.
     * @param maxRetryAfter Longest Retry-After that a request waits for. The default is 60s.
     */
    public record Retries(
            @Nullable Integer maxAttempts,
            @Nullable Duration backoffBaseDelay,
            @Nullable Duration backoffMaxDelay,
            @Nullable Duration maxRetryAfter) {}

    /**
     * Request rates that the tenant allows.
     *
     * @param readsPerMinute Requests of tier 1 per minute. The default is 1000.
     * @param writesPerMinute Requests of tier 2 per minute. The default is 100.
     * @param caller Name of the user whose rates are shared, such as etl. Derived from the API key or OAuth client by default.
     * @param keyPrefix Beginning of the keys in a shared store. The default is qlik-connections:.
     * @param expectedMembers Number of instances that share the rates. Each keeps its part while the store fails. The default is 10.
     */
    public record Rates(
            @Nullable Integer readsPerMinute,
            @Nullable Integer writesPerMinute,
            @Nullable String caller,
            @Nullable String keyPrefix,
            @Nullable Integer expectedMembers) {}

    /**
     * A proxy between this application and the tenant.
     *
     * @param enabled Whether a proxy may be used. If false, those of system properties and the environment are ignored.
     * @param host Host name of the proxy. The proxy of the JVM or of HTTPS_PROXY is used by default.
     * @param port Port of the proxy. Required with a host.
     * @param user User name for the proxy.
     * @param password Password for the proxy.
     */
    public record Proxy(
            @DefaultValue("true") boolean enabled,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable Secret password) {}

    /**
     * The TLS connection to the tenant.
     *
     * @param bundle Name of the SSL bundle with the trusted certificates and the client certificate.
     */
    public record Ssl(@Nullable String bundle) {}

    /**
     * Validation of drafts.
     *
     * @param policy Which violations prevent the creation of a connection.
     * @param specCacheTtl How long the specification of a data source is cached. The default is 15m.
     */
    public record Validation(
            @DefaultValue("strict") Policy policy, @Nullable Duration specCacheTtl) {}

    /** The policies of validations. */
    public enum Policy {
        /** Each violation has the default severity of its code. Errors prevent the creation. */
        STRICT,
        /** Unknown properties and values that are not allowed are warnings. */
        LENIENT
    }

    /**
     * The health indicator, which {@code management.health.qlik.enabled=true} enables.
     *
     * @param cacheTtl How long the result of a check is cached.
     * @param timeout How long a check may take.
     */
    public record HealthCheck(
            @DefaultValue("60s") Duration cacheTtl,
            @DefaultValue("5s") Duration timeout) {}

    /**
     * Responses for exceptions of the library.
     *
     * @param enabled Whether the exceptions of the library are converted to responses with problem details (RFC 9457).
     */
    public record ProblemDetails(@DefaultValue("false") boolean enabled) {}
}
