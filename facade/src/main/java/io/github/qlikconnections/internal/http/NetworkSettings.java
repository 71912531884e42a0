package io.github.qlikconnections.internal.http;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the tenant is reached. Immutable.
 *
 * @param proxy the proxy, if any
 * @param trust whom to trust instead of the JVM's default, or null for that default
 * @param userAgent the {@code User-Agent} of every request
 * @param apiVersion the {@code qlik-api-version} of every request, or null for none
 */
public record NetworkSettings(
        ProxySettings proxy,
        @Nullable SSLContext trust,
        String userAgent,
        @Nullable String apiVersion) {

    /** Without a version of the API. */
    public NetworkSettings(ProxySettings proxy, @Nullable SSLContext trust, String userAgent) {
        this(proxy, trust, userAgent, null);
    }
}
