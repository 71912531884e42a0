package io.github.qlikconnections.internal.spec;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of JSON Schema that are checked; others are taken as a remark. All take linear time. */
final class Formats {

    /** A rule for texts. */
    interface Format {

        boolean accepts(String text);
    }

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private static final Map<String, Format> KNOWN = Map.ofEntries(
            Map.entry("date", Formats::isDate),
            Map.entry("date-time", Formats::isDateTime),
            Map.entry("time", Formats::isTime),
            Map.entry("email", Formats::isEmail),
            Map.entry("hostname", Formats::isHostname),
            Map.entry("ipv4", Formats::isIpv4),
            Map.entry("ipv6", Formats::isIpv6),
            Map.entry("uri", Formats::isUri),
            Map.entry("url", Formats::isUri),
            Map.entry("uri-reference", Formats::isUriReference),
            Map.entry("uuid", text -> UUID.matcher(text).matches()),
            Map.entry("regex", Formats::isRegex));

    private Formats() {}

    static Optional<Format> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() >= 0 && text.length() == 10;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text.replace('t', 'T').replace('z', 'Z').replace(' ', 'T'));
            return text.length() >= 20;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetTime.parse(text.replace('z', 'Z'));
            return text.length() >= 9;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        String local = text.substring(0, Math.max(0, at));
        return !local.isEmpty()
                && local.length() <= 64
                && local.chars().noneMatch(c -> c <= ' ' || c == '@' || c == 127)
                && isHostname(text.substring(at + 1));
    }

    private static boolean isHostname(String text) {
        if (text.isEmpty() || text.length() > 253) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String text) {
        String[] octets = text.length() > 15 ? new String[0] : text.split("\\.", -1);
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return octets.length == 4;
    }

    private static boolean isIpv6(String text) {
        if (text.length() > 45) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == 8;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int after = rest.isEmpty() ? 0 : groups(rest);
        return before >= 0
                && after >= 0
                && before + after <= 7
                && !text.substring(0, gap).contains(".");
    }

    /** How many groups of sixteen bits a part of an address has, or a negative number when it is none. */
    private static int groups(String part) {
        String[] groups = part.split(":", -1);
        int count = groups.length;
        for (int i = 0; i < groups.length; i++) {
            if (i == groups.length - 1 && isIpv4(groups[i])) {
                count++;
            } else if (!GROUP.matcher(groups[i]).matches()) {
                return -8;
            }
        }
        return count;
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isUriReference(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isRegex(String text) {
        try {
            EcmaPattern.compile(text);
            return true;
        } catch (UnusableSchemaException e) {
            return false;
        }
    }
}
