package io.github.qlikconnections.internal.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalizes URIs as defined in RFC 3986, sections 6.2.2 and 6.2.3. */
final class UriNormalizer {

    /** The pattern of RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private UriNormalizer() {}

    static boolean isEquivalent(String one, String other) {
        return one.equals(other) || normalize(one).equals(normalize(other));
    }

    private static String normalize(String uri) {
        Matcher parts = PARTS.matcher(uri);
        if (!parts.matches() || parts.group(2) == null) {
            return uri;
        }
        String scheme = toLowerCase(parts.group(1));
        String path = removeDotSegments(normalizeEncoding(parts.group(3)));
        return scheme + "://" + normalizeAuthority(scheme, normalizeEncoding(parts.group(2)))
                + (path.isEmpty() ? "/" : path) + normalizeEncoding(emptyIfNull(parts.group(4)))
                + normalizeEncoding(emptyIfNull(parts.group(5)));
    }

    private static String emptyIfNull(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static String toLowerCase(@Nullable String part) {
        return emptyIfNull(part).toLowerCase(Locale.ROOT);
    }

    /** Converts the host to lower case and removes the default port. The user information keeps its letter case. */
    private static String normalizeAuthority(String scheme, String authority) {
        int userInfoEnd = authority.lastIndexOf('@');
        String host = authority.substring(userInfoEnd + 1).toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        // A colon inside the brackets of an IPv6 address does not start a port.
        if (colon > host.lastIndexOf(']')) {
            String port = host.substring(colon + 1);
            if (port.isEmpty() || port.equals(defaultPort(scheme))) {
                host = host.substring(0, colon);
            }
        }
        return authority.substring(0, userInfoEnd + 1) + host;
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

    /** Decodes unreserved characters and converts all other percent-encoded octets to upper case. */
    private static String normalizeEncoding(String part) {
        return ENCODED.matcher(part).replaceAll(octet -> {
            char c = (char) Integer.parseInt(octet.group(1), 16);
            boolean isUnreserved = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            String text =
                    isUnreserved ? String.valueOf(c) : "%" + octet.group(1).toUpperCase(Locale.ROOT);
            return Matcher.quoteReplacement(text);
        });
    }

    private static String removeDotSegments(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> result = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean isLast = i == segments.length - 1;
            String segment = segments[i];
            if (segment.equals("..")) {
                result.pollLast();
            } else if (!segment.equals(".")) {
                result.addLast(segment);
                continue;
            }
            if (isLast) {
                result.addLast("");
            }
        }
        return "/" + String.join("/", result);
    }
}
