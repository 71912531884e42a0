package io.github.qlikconnections.internal.http;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the tenant is reached. Immutable.
 *
 * @param proxy the proxy, if any
 * @param trust whom to trust instead of the JVM's default, or null for that default
 * @param userAgent the {@code User-Agent} of every request
 */
public record Network(ProxyChoice proxy, @Nullable SSLContext trust, String userAgent) {}
