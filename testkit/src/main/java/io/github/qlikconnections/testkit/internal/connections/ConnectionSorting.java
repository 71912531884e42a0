package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Request;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** Parses the {@code sort} parameter: a comma-separated list of {@code +field} or {@code -field}. */
final class ConnectionSorting {

    private ConnectionSorting() {}

    static Comparator<ConnectionEntity> of(String sort, Request request) {
        Comparator<String> text = text(request);
        Comparator<ConnectionEntity> order = null;
        for (String field : sort.split(",", -1)) {
            if (field.startsWith(" ")) {
                throw ApiErrorException.badRequest(
                        "A plus in the query is decoded as a space: send the sign of sort as %2B");
            }
            Comparator<ConnectionEntity> next = byField(field.replaceFirst("^[+-]", ""), text);
            Comparator<ConnectionEntity> directed = field.startsWith("-") ? next.reversed() : next;
            order = order == null ? directed : order.thenComparing(directed);
        }
        // The sequence makes the order total. Otherwise a row could be on two pages.
        Comparator<ConnectionEntity> age = Comparator.comparingLong(connection -> connection.sequence);
        return order == null ? age : order.thenComparing(age);
    }

    private static Comparator<String> text(Request request) {
        if (!request.flag("caseinsensitive")) {
            return Comparator.naturalOrder();
        }
        Collator collator = Collator.getInstance(
                Locale.forLanguageTag(request.query("locale").orElse("en")));
        collator.setStrength(Collator.SECONDARY);
        return collator::compare;
    }

    private static Comparator<ConnectionEntity> byField(String field, Comparator<String> text) {
        return switch (field) {
            case "id", "_id", "qID" -> Comparator.comparing(connection -> connection.id);
            case "qName" -> Comparator.comparing(connection -> connection.name, text);
            case "qType" -> Comparator.comparing(connection -> connection.type, text);
            case "datasourceID" -> Comparator.comparing(connection -> connection.source.id(), text);
            case "created" -> Comparator.comparing(connection -> connection.created);
            case "updated" -> Comparator.comparing(connection -> connection.updated);
            default -> throw ApiErrorException.badRequest("Connections cannot be sorted by " + field);
        };
    }
}
