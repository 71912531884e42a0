package io.github.qlikconnections.internal.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates URIs and references strictly by RFC 3986, ASCII only. {@link java.net.URI} differs from the RFC in both directions. */
final class UriFormat {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    /** The components, by appendix B of the RFC. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile("(?:([^@]*)@)?(\\[[^\\]]*\\]|[^:@\\[\\]]*)(?::[0-9]*)?");
    private static final Pattern FUTURE_ADDRESS = Pattern.compile("[vV][0-9A-Fa-f]+\\.[\\w.~!$&'()*+,;=:-]+");
    private static final String UNRESERVED = "\\w.~!$&'()*+,;=%";
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern USER = characters(":");
    private static final Pattern NAME = characters("");
    private static final Pattern PATH = characters(":@/");
    private static final Pattern QUERY = characters(":@/?");

    private UriFormat() {}

    private static Pattern characters(String more) {
        return Pattern.compile("[" + UNRESERVED + more + "-]*+");
    }

    static boolean isUri(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches() && parts.group(1) != null && isValid(parts);
    }

    static boolean isReference(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches() && isValid(parts);
    }

    private static boolean isValid(Matcher parts) {
        String authority = parts.group(2);
        String path = parts.group(3);
        return !BROKEN_ESCAPE.matcher(parts.group()).find()
                && (parts.group(1) == null || SCHEME.matcher(parts.group(1)).matches())
                && (authority == null || isAuthority(authority))
                && (authority == null || path.isEmpty() || path.startsWith("/"))
                && PATH.matcher(path).matches()
                && matches(QUERY, parts.group(4))
                && matches(QUERY, parts.group(5));
    }

    private static boolean matches(Pattern pattern, @Nullable String part) {
        return part == null || pattern.matcher(part).matches();
    }

    private static boolean isAuthority(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches() || !matches(USER, matcher.group(1))) {
            return false;
        }
        String host = matcher.group(2);
        if (!host.startsWith("[")) {
            return NAME.matcher(host).matches();
        }
        String address = host.substring(1, host.length() - 1);
        return Formats.isValid("ipv6", address)
                || FUTURE_ADDRESS.matcher(address).matches();
    }
}
