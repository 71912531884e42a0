package io.github.qlikconnections.internal.http;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings for the route to the tenant. Instances are immutable.
 *
 * @param proxy the proxy settings
 * @param trust the TLS context with trusted certificates, or null for the default of the JVM
 * @param userAgent the {@code User-Agent} of every request
 * @param apiVersion the {@code qlik-api-version} of every request, or null for none
 */
public record NetworkSettings(
        ProxySettings proxy,
        @Nullable SSLContext trust,
        String userAgent,
        @Nullable String apiVersion) {

    /** Creates settings without a version of the API. */
    public NetworkSettings(ProxySettings proxy, @Nullable SSLContext trust, String userAgent) {
        this(proxy, trust, userAgent, null);
    }
}
