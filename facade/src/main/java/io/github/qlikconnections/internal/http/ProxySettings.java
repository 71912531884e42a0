package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The proxy for requests to the tenant. It only tunnels (CONNECT), so it never sees a bearer token. A loopback tenant over plain
 * http is reached directly. Instances are immutable.
 */
public final class ProxySettings {

    /** The proxy of the system properties {@code https.proxyHost}, {@code https.proxyPort}, {@code http.nonProxyHosts}. */
    public static final ProxySettings SYSTEM = new ProxySettings(null, null, null);

    /** No proxy; system properties are ignored. */
    public static final ProxySettings DIRECT = new ProxySettings(null, null, null);

    private final @Nullable HttpHost host;
    private final @Nullable String user;
    private final @Nullable Secret password;

    private ProxySettings(@Nullable HttpHost host, @Nullable String user, @Nullable Secret password) {
        this.host = host;
        this.user = user;
        this.password = password;
    }

    /** Returns settings for a proxy. User and password for Basic authentication are both given or both null. */
    public static ProxySettings of(String host, int port, @Nullable String user, @Nullable Secret password) {
        if (!host.matches("[!-~&&[^/@]]+")) {
            throw new IllegalArgumentException(
                    "The proxy host must be a host name such as proxy.example.com, without a scheme or port.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The proxy port must be from 1 to 65535, not " + port + ".");
        }
        return new ProxySettings(new HttpHost("http", host, port), user, password);
    }

    void applyTo(HttpClientBuilder client, Tenant tenant) {
        client.setRoutePlanner(planner(tenant));
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
        if (host != null) {
            return "the proxy " + host.toURI() + ", set by proxy(host, port) on the builder,";
        }
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> proxies = selector == null ? List.of() : selector.select(tenant.origin());
        return proxies.stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> "the proxy http://" + address.getHostString() + ":" + address.getPort()
                        + ", set by the system properties https.proxyHost and https.proxyPort,")
                .findFirst()
                .orElse(null);
    }

    private boolean isBypassedFor(Tenant tenant) {
        return this == DIRECT || !tenant.host().getSchemeName().equals("https");
    }

    private HttpRoutePlanner planner(Tenant tenant) {
        if (isBypassedFor(tenant)) {
            return new DefaultRoutePlanner(null);
        }
        return host == null
                ? new SystemDefaultRoutePlanner(ProxySelector.getDefault())
                : new DefaultProxyRoutePlanner(host);
    }

    /** Returns the address without user and password. */
    @Override
    public String toString() {
        return host != null ? host.toURI() : this == DIRECT ? "no proxy" : "the system's proxy";
    }
}
