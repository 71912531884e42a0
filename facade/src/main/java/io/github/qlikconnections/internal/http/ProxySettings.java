package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The proxy for requests to the tenant. It only tunnels (CONNECT), so it never sees a bearer token. A loopback tenant over plain
 * http is reached directly. Instances are immutable and thread-safe.
 */
public final class ProxySettings {

    private static final String SYSTEM_PROPERTIES = "the system properties https.proxyHost and https.proxyPort";

    /** No proxy; system properties and environment variables are ignored. */
    public static final ProxySettings DIRECT = new ProxySettings(null, null, null, "", new ProxyVariables(Map.of()));

    private final @Nullable HttpHost host;
    private final @Nullable String user;
    private final @Nullable Secret password;
    private final String origin;
    private final ProxyVariables variables;

    private ProxySettings(
            @Nullable HttpHost host,
            @Nullable String user,
            @Nullable Secret password,
            String origin,
            ProxyVariables variables) {
        this.host = host;
        this.user = user;
        this.password = password;
        this.origin = origin;
        this.variables = variables;
    }

    /**
     * Returns the proxy of the system properties {@code https.proxyHost}, {@code https.proxyPort} and {@code http.nonProxyHosts} or,
     * if they do not apply to the tenant, of the environment variables {@code HTTPS_PROXY} and {@code NO_PROXY}.
     *
     * @param environment the environment variables
     */
    public static ProxySettings system(Map<String, String> environment) {
        return new ProxySettings(null, null, null, SYSTEM_PROPERTIES, new ProxyVariables(environment));
    }

    /** Returns settings for a proxy. User and password for Basic authentication are both given or both null. */
    public static ProxySettings of(String host, int port, @Nullable String user, @Nullable Secret password) {
        return of(host, port, user, password, "proxy(host, port) on the builder");
    }

    /** Returns settings for the proxy of the environment variable {@code HTTPS_PROXY}. */
    static ProxySettings ofEnvironment(String host, int port, @Nullable String user, @Nullable Secret password) {
        return of(host, port, user, password, "the environment variable HTTPS_PROXY");
    }

    private static ProxySettings of(
            String host, int port, @Nullable String user, @Nullable Secret password, String origin) {
        if (!host.matches("[!-~&&[^/@]]+")) {
            throw new IllegalArgumentException(
                    "The proxy host must be a host name such as proxy.example.com, without a scheme or port.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The proxy port must be from 1 to 65535, not " + port + ".");
        }
        return new ProxySettings(
                new HttpHost("http", host, port), user, password, origin, new ProxyVariables(Map.of()));
    }

    void applyTo(HttpClientBuilder client, Tenant tenant) {
        if (isBypassedFor(tenant)) {
            client.setRoutePlanner(new DefaultRoutePlanner(null));
        } else {
            effectiveFor(tenant).applyTo(client);
        }
    }

    private void applyTo(HttpClientBuilder client) {
        client.setRoutePlanner(
                host == null
                        ? new SystemDefaultRoutePlanner(ProxySelector.getDefault())
                        : new DefaultProxyRoutePlanner(host));
        if (host != null && user != null && password != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(user, password.reveal().toCharArray()));
            client.setDefaultCredentialsProvider(credentials);
        }
    }

    /** Returns the proxy and the setting that it comes from, for messages, or null for none. */
    @Nullable String describeFor(Tenant tenant) {
        if (isBypassedFor(tenant)) {
            return null;
        }
        ProxySettings effective = effectiveFor(tenant);
        Optional<String> address = effective.host != null
                ? Optional.of(effective.host.toURI())
                : systemProxy(tenant).map(socket -> "http://" + socket.getHostString() + ":" + socket.getPort());
        return address.map(proxy -> "the proxy " + proxy + ", set by " + effective.origin + ",")
                .orElse(null);
    }

    private boolean isBypassedFor(Tenant tenant) {
        return this == DIRECT || !tenant.host().getSchemeName().equals("https");
    }

    /** Returns the settings of the environment variables if neither a proxy was given nor the system properties apply. */
    private ProxySettings effectiveFor(Tenant tenant) {
        boolean fixed =
                host != null || !System.getProperty("https.proxyHost", "").isBlank();
        return fixed || isNonProxyHost(tenant) || systemProxy(tenant).isPresent()
                ? this
                : variables.proxyFor(tenant).orElse(this);
    }

    private static Optional<InetSocketAddress> systemProxy(Tenant tenant) {
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> proxies = selector == null ? List.of() : selector.select(tenant.origin());
        return proxies.stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .findFirst();
    }

    /** Matches {@code http.nonProxyHosts}: names separated by {@code |}, in which {@code *} matches any characters. */
    private static boolean isNonProxyHost(Tenant tenant) {
        return Stream.of(System.getProperty("http.nonProxyHosts", "").split("\\|"))
                .map(pattern -> "(?i)\\Q" + pattern.strip().replace("*", "\\E.*\\Q") + "\\E")
                .anyMatch(tenant.host().getHostName()::matches);
    }

    /** Returns the address without user and password. */
    @Override
    public String toString() {
        return host != null ? host.toURI() : this == DIRECT ? "no proxy" : "the system's proxy";
    }
}
