package io.github.qlikconnections.internal.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings a URI to the normal form of RFC 3986, sections 6.2.2 and 6.2.3. */
final class UriNormalizer {

    /** RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private UriNormalizer() {}

    static boolean equal(String one, String other) {
        return one.equals(other) || normalized(one).equals(normalized(other));
    }

    private static String normalized(String uri) {
        Matcher parts = PARTS.matcher(uri);
        if (!parts.matches() || parts.group(2) == null) {
            return uri;
        }
        String scheme = lower(parts.group(1));
        String path = withoutDotSegments(decoded(parts.group(3)));
        return scheme + "://" + authority(scheme, decoded(parts.group(2))) + (path.isEmpty() ? "/" : path)
                + decoded(text(parts.group(4))) + decoded(text(parts.group(5)));
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static String lower(@Nullable String part) {
        return text(part).toLowerCase(Locale.ROOT);
    }

    /** The user information keeps its letter case; the host has none, and the default port is left out. */
    private static String authority(String scheme, String authority) {
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        // A colon within the brackets of an IPv6 address does not begin a port.
        if (colon > host.lastIndexOf(']')) {
            String port = host.substring(colon + 1);
            if (port.isEmpty() || port.equals(defaultPort(scheme))) {
                host = host.substring(0, colon);
            }
        }
        return authority.substring(0, at + 1) + host;
    }

    private static String defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> "80";
            case "https", "wss" -> "443";
            case "ftp" -> "21";
            case "sftp", "ssh" -> "22";
            default -> "none";
        };
    }

    /** Percent-encoded octets in upper case, and unreserved characters as themselves. */
    private static String decoded(String part) {
        return ENCODED.matcher(part).replaceAll(octet -> {
            char c = (char) Integer.parseInt(octet.group(1), 16);
            boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            String text = unreserved ? String.valueOf(c) : "%" + octet.group(1).toUpperCase(Locale.ROOT);
            return Matcher.quoteReplacement(text);
        });
    }

    private static String withoutDotSegments(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String segment = segments[i];
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
