package io.github.qlikconnections.internal.spec;

import static java.util.Objects.nonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.regex.Pattern;

/** The formats of JSON Schema that are checked; others are taken as a remark. All take linear time. */
final class Formats {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private Formats() {}

    static boolean accepts(String format, String text) {
        try {
            return switch (format) {
                case "date" -> text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
                case "date-time" -> text.length() >= 20 && nonNull(OffsetDateTime.parse(withCapitals(text)));
                case "time" -> text.length() >= 9 && nonNull(OffsetTime.parse(withCapitals(text)));
                case "email" -> isEmail(text);
                case "hostname" -> isHostname(text);
                case "ipv4" -> isIpv4(text);
                case "ipv6" -> isIpv6(text);
                case "uri", "url" -> new URI(text).isAbsolute();
                case "uri-reference" -> nonNull(new URI(text));
                case "uuid" -> UUID.matcher(text).matches();
                case "regex" -> nonNull(EcmaPattern.compile(text));
                default -> true;
            };
        } catch (DateTimeException | URISyntaxException | UnusableSchemaException e) {
            return false;
        }
    }

    private static String withCapitals(String time) {
        return time.replace('t', 'T').replace('z', 'Z').replace(' ', 'T');
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
}
