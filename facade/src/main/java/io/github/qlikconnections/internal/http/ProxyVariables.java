package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHost;

/**
 * Reads the environment variables {@code HTTPS_PROXY} and {@code NO_PROXY}. Their names may be in lower case. Instances are
 * immutable and thread-safe.
 */
final class ProxyVariables {

    private static final String HTTPS_PROXY = "HTTPS_PROXY";
    private static final String NO_PROXY = "NO_PROXY";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Map<String, String> variables;

    ProxyVariables(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Returns the proxy for a tenant, or empty if none is set or the tenant is excepted.
     *
     * @throws IllegalArgumentException if the address of the proxy cannot be used
     */
    Optional<ProxySettings> proxyFor(Tenant tenant) {
        return value(HTTPS_PROXY).filter(address -> !isExcepted(tenant.host())).map(ProxyVariables::parse);
    }

    private Optional<String> value(String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(spelling -> variables.getOrDefault(spelling, "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private boolean isExcepted(HttpHost host) {
        int port = host.getPort() < 0 ? HTTPS_PORT : host.getPort();
        String name = host.getHostName().toLowerCase(Locale.ROOT);
        return Stream.of(value(NO_PROXY).orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(entry -> entry.strip().replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.endsWith(":" + port) ? entry.substring(0, entry.lastIndexOf(':')) : entry)
                .anyMatch(entry -> entry.equals("*") || name.equals(entry) || name.endsWith("." + entry));
    }

    /** The message does not repeat the address, which may contain a password. */
    private static ProxySettings parse(String address) {
        try {
            URI uri = new URI(address.contains("://") ? address : "http://" + address);
            if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw unusable();
            }
            String[] login = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            return ProxySettings.ofEnvironment(
                    uri.getHost(),
                    uri.getPort() < 0 ? HTTP_PORT : uri.getPort(),
                    login.length == 0 ? null : login[0],
                    login.length == 0 ? null : Secret.of(login.length == 1 ? "" : login[1]));
        } catch (URISyntaxException e) {
            throw unusable();
        }
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("The environment variable HTTPS_PROXY must be an address such as"
                + " http://proxy.example.com:8080. Correct it, or call proxy(host, port) or noProxy() on the builder.");
    }
}
