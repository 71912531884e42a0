package io.github.qlikconnections.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/** The origin of the configured tenant, the only destination of requests and bearer tokens. Instances are immutable. */
public final class Tenant {

    /** The scheme https with missing or extra slashes, backslashes, or without the colon. */
    private static final Pattern MISSPELLED_SCHEME =
            Pattern.compile("(?i)https?(?::[/\\\\]?|[/\\\\]{1,2}|:\\\\{2})([^/\\\\:]+(?::\\d+)?)[/\\\\]?");

    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9.-]+(?::\\d{1,5})?)(?:[/?#].*)?");

    private final HttpHost host;
    private final URI origin;

    private Tenant(HttpHost host) {
        this.host = host;
        this.origin = URI.create(host.toURI());
    }

    /**
     * Parses a tenant address such as {@code https://acme.eu.qlikcloud.com}.
     *
     * @throws IllegalArgumentException if it is not an https origin (http is for loopback hosts only); the message says what
     *     to write instead
     */
    public static Tenant parse(String address) {
        if (address == null) {
            throw wrong("The tenant address is null", "");
        }
        String text = address.strip();
        if (text.isEmpty()) {
            throw wrong("The tenant address is empty", "");
        }
        if (text.contains("@")) {
            // The address may contain a password, so it is not repeated.
            throw wrong("The tenant address contains an @. User names and passwords are not allowed in it", "");
        }
        Matcher misspelled = MISSPELLED_SCHEME.matcher(text);
        if (misspelled.matches()) {
            throw wrong(
                    "The tenant address " + quote(text) + " does not begin with https://", origin(misspelled.group(1)));
        }
        if (!text.contains("://")) {
            throw wrong("The tenant address " + quote(text) + " has no scheme", origin(text));
        }
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String hostName = uri.getHost();
        if (hostName == null && uri.getRawAuthority() != null) {
            throw wrong("The tenant address " + quote(text) + " has a host name or port that is not valid", "");
        }
        if (hostName == null || hostName.isEmpty()) {
            throw wrong("The tenant address " + quote(text) + " has no host", "");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw wrong(
                    "The tenant address " + quote(text) + " has a port that is not from 1 to 65535",
                    scheme + "://" + hostName);
        }
        String origin = "https://" + uri.getRawAuthority();
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback(hostName))) {
            throw wrong(
                    "The tenant address " + quote(text) + " is not https (http is for a loopback host only)", origin);
        }
        boolean path = uri.getRawPath() != null
                && !uri.getRawPath().isEmpty()
                && !uri.getRawPath().equals("/");
        if (path || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(
                    "The tenant address " + quote(text) + " has more than scheme and host",
                    scheme + "://" + uri.getRawAuthority());
        }
        return new Tenant(new HttpHost(scheme, hostName, uri.getPort()));
    }

    /** Returns the origin at the beginning of an address without a scheme, or an empty string if there is none. */
    private static String origin(String address) {
        Matcher host = HOST_AND_PORT.matcher(address);
        return host.matches() ? "https://" + host.group(1) : "";
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("The tenant address is not a URL: " + e.getReason(), "");
        }
    }

    private static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String quote(String text) {
        return "\"" + text + "\"";
    }

    private static IllegalArgumentException wrong(String what, String instead) {
        return new IllegalArgumentException(
                what + ". Write " + (instead.isEmpty() ? "it as https://your-tenant.eu.qlikcloud.com" : instead) + ".");
    }

    HttpHost host() {
        return host;
    }

    /** Returns the origin as a URI without a path. */
    URI origin() {
        return origin;
    }

    /** Returns the origin in one spelling, for comparisons. */
    String originInLowerCase() {
        return origin.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the origin, for messages. */
    @Override
    public String toString() {
        return origin.toString();
    }
}
