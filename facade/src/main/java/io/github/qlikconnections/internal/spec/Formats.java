package io.github.qlikconnections.internal.spec;

import java.util.regex.Pattern;

/**
 * Validates the formats of JSON Schema by their RFCs, in linear time. An unsupported format accepts every string.
 *
 * <p>{@code docs/reference/validation-rules.md} lists where validation is lenient.
 */
final class Formats {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private static final Pattern DOT_STRING =
            Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]{1,64}+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]{1,64}+)*+");
    private static final Pattern QUOTED_STRING =
            Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])*+\"");

    private Formats() {}

    static boolean isValid(String format, String text) {
        return switch (format) {
            case "date" -> DateFormats.isDate(text);
            case "date-time" -> DateFormats.isDateTime(text);
            case "time" -> DateFormats.isTime(text);
            case "email" -> isEmail(text);
            case "hostname" -> isHostname(text);
            case "ipv4" -> isIpv4(text);
            case "ipv6" -> isIpv6(text);
            case "uri", "url" -> UriFormat.isUri(text);
            case "uri-reference" -> UriFormat.isReference(text);
            case "uuid" -> UUID.matcher(text).matches();
            case "regex" -> isRegex(text);
            default -> true;
        };
    }

    private static boolean isRegex(String text) {
        try {
            EcmaPattern.compile(text);
            return true;
        } catch (UnusableSchemaException e) {
            return e.isUnsupported();
        }
    }

    /** RFC 5321, section 4.1.2: a local part, quoted or not, and a host name or a bracketed address. */
    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        String local = text.substring(0, Math.max(0, at));
        if (local.isEmpty() || local.length() > 64) {
            return false;
        }
        String domain = text.substring(at + 1);
        return (DOT_STRING.matcher(local).matches()
                        || QUOTED_STRING.matcher(local).matches())
                && (isHostname(domain) || isAddressLiteral(domain));
    }

    private static boolean isAddressLiteral(String domain) {
        if (!domain.startsWith("[") || !domain.endsWith("]")) {
            return false;
        }
        String address = domain.substring(1, domain.length() - 1);
        return address.startsWith("IPv6:") ? isIpv6(address.substring("IPv6:".length())) : isIpv4(address);
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
            return countGroups(text) == 8;
        }
        int before = gap == 0 ? 0 : countGroups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int after = rest.isEmpty() ? 0 : countGroups(rest);
        return before >= 0
                && after >= 0
                && before + after <= 7
                && !text.substring(0, gap).contains(".");
    }

    /** Returns the number of 16-bit groups in a part of an address, or a negative number if the part is invalid. */
    private static int countGroups(String part) {
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
