package io.github.qlikconnections.convergence;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides whether two values are equal by the declared type. Shares no code with the comparison under test. */
final class DeclaredEquality {

    private DeclaredEquality() {}

    /** Returns whether two values are equal. The kind is empty if no usable schema declares the property. */
    static boolean equal(String name, Optional<PropertyKind> kind, Object wanted, Object stored) {
        if (wanted instanceof List<?> || wanted instanceof Map<?, ?>) {
            return sameJson(wanted, stored);
        }
        String one = text(wanted);
        String other = text(stored);
        boolean same = kind.map(declared -> switch (declared) {
                    case INTEGER, INTEGER_WITH_DEFAULT, NUMBER, WRITE_ONLY_INTEGER -> sameNumber(one, other);
                    case BOOLEAN, BOOLEAN_WITH_DEFAULT -> one.equalsIgnoreCase(other);
                    case HOST_BY_FORMAT -> one.equalsIgnoreCase(other);
                    case URI_BY_FORMAT -> sameUri(one, other);
                    case BASE64 -> one.replace("\n", "").equals(other.replace("\n", ""));
                    case ANY, SEVERAL_TYPES -> sameJson(wanted, stored);
                    default -> one.equals(other);
                })
                .orElseGet(() -> sameJson(wanted, stored));
        return same
                || (List.of("host", "server").contains(name) && one.equalsIgnoreCase(other))
                || (name.equals("url") && sameUri(one, other));
    }

    static String text(Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static boolean sameNumber(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return one.equals(other);
        }
    }

    /** Returns whether two addresses are equal. Generated addresses have a path of unreserved characters and no query. */
    private static boolean sameUri(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
        if (uri.getHost() == null) {
            return text;
        }
        int port = uri.getPort() == 443 ? -1 : uri.getPort();
        String path = uri.getPath().isEmpty() ? "/" : uri.getPath();
        return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port + path;
    }

    private static boolean sameJson(Object one, Object other) {
        if (one instanceof List<?> items && other instanceof List<?> others) {
            boolean same = items.size() == others.size();
            for (int i = 0; same && i < items.size(); i++) {
                same = sameJson(items.get(i), others.get(i));
            }
            return same;
        }
        if (one instanceof Map<?, ?> members && other instanceof Map<?, ?> others) {
            return members.entrySet().stream()
                    .allMatch(member -> others.containsKey(member.getKey())
                            && sameJson(member.getValue(), Objects.requireNonNull(others.get(member.getKey()))));
        }
        if (one instanceof Number && other instanceof Number) {
            return sameNumber(text(one), text(other));
        }
        return text(one).equals(text(other));
    }
}
