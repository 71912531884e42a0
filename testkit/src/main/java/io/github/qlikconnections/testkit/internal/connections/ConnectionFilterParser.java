package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the part of the SCIM filter language (RFC 7644, section 3.4.2.2) that tenants support: eq, co, sw, gt, ge, lt, le, and, or,
 * and parentheses. String comparison ignores case, the default of RFC 7643.
 */
final class ConnectionFilterParser {

    // Possessive, because the matcher would otherwise recurse for each character of a string.
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s()\"]+)");
    private static final String END = "";

    /** Prevents a stack overflow of the recursive parser. */
    private static final int MAX_DEPTH = 100;

    private final List<String> tokens;
    private final Set<String> names = new HashSet<>();
    private int next;
    private int depth;

    ConnectionFilterParser(String filter) {
        this.tokens = tokens(filter);
    }

    ConnectionFilter parse() {
        Predicate<ConnectionEntity> condition = either();
        if (!peek().equals(END)) {
            throw wrong("unexpected content after its end: " + peek());
        }
        return new ConnectionFilter(condition, Set.copyOf(names));
    }

    private static List<String> tokens(String filter) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(filter);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, filter.length());
        }
        if (!filter.substring(end).isBlank()) {
            throw wrong("it has an open quotation mark");
        }
        return tokens;
    }

    private Predicate<ConnectionEntity> either() {
        List<Predicate<ConnectionEntity>> alternatives = new ArrayList<>(List.of(both()));
        while (peek().equalsIgnoreCase("or")) {
            take();
            alternatives.add(both());
        }
        return connection -> alternatives.stream().anyMatch(alternative -> alternative.test(connection));
    }

    private Predicate<ConnectionEntity> both() {
        List<Predicate<ConnectionEntity>> conditions = new ArrayList<>(List.of(single()));
        while (peek().equalsIgnoreCase("and")) {
            take();
            conditions.add(single());
        }
        return connection -> conditions.stream().allMatch(condition -> condition.test(connection));
    }

    private Predicate<ConnectionEntity> single() {
        if (!peek().equals("(")) {
            return comparison(take(), take().toLowerCase(Locale.ROOT), take());
        }
        take();
        if (++depth > MAX_DEPTH) {
            throw wrong("its parentheses are nested more than " + MAX_DEPTH + " deep");
        }
        Predicate<ConnectionEntity> inner = either();
        depth--;
        if (!take().equals(")")) {
            throw wrong("a parenthesis is not closed");
        }
        return inner;
    }

    private Predicate<ConnectionEntity> comparison(String attribute, String operator, String value) {
        return switch (attribute.toLowerCase(Locale.ROOT)) {
            case "qri" -> text(connection -> connection.source.qri(connection.properties), operator, value);
            case "qname" -> {
                if (operator.equals("eq")) {
                    names.add(unquote(value));
                }
                yield text(connection -> connection.name, operator, value);
            }
            case "qtype" -> text(connection -> connection.type, operator, value);
            case "datasourceid" -> text(connection -> connection.source.id(), operator, value);
            case "created" -> instant(connection -> connection.created, operator, value);
            case "updated" -> instant(connection -> connection.updated, operator, value);
            default -> throw wrong("it names " + attribute + ", which cannot be filtered");
        };
    }

    private static Predicate<ConnectionEntity> text(
            Function<ConnectionEntity, String> member, String operator, String value) {
        String wanted = fold(unquote(value));
        Function<ConnectionEntity, String> actual = connection -> fold(member.apply(connection));
        return switch (operator) {
            case "co" -> connection -> actual.apply(connection).contains(wanted);
            case "sw" -> connection -> actual.apply(connection).startsWith(wanted);
            default -> ordered(actual, operator, wanted);
        };
    }

    private static Predicate<ConnectionEntity> instant(
            Function<ConnectionEntity, Instant> member, String operator, String value) {
        try {
            return ordered(
                    member, operator, OffsetDateTime.parse(unquote(value)).toInstant());
        } catch (DateTimeParseException e) {
            throw wrong(value + " is not a date and time of RFC 3339");
        }
    }

    private static <T extends Comparable<T>> Predicate<ConnectionEntity> ordered(
            Function<ConnectionEntity, T> member, String operator, T wanted) {
        Function<ConnectionEntity, Integer> compared =
                connection -> member.apply(connection).compareTo(wanted);
        return switch (operator) {
            case "eq" -> connection -> compared.apply(connection) == 0;
            case "gt" -> connection -> compared.apply(connection) > 0;
            case "ge" -> connection -> compared.apply(connection) >= 0;
            case "lt" -> connection -> compared.apply(connection) < 0;
            case "le" -> connection -> compared.apply(connection) <= 0;
            default -> throw wrong("the operator " + operator + " is not supported");
        };
    }

    private static String unquote(String token) {
        if (!token.startsWith("\"")) {
            throw wrong(token + " is not in quotation marks");
        }
        try {
            JsonNode text = Json.parse(token);
            return text.asText();
        } catch (IllegalArgumentException e) {
            throw wrong("a string is not escaped as in JSON");
        }
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private static ApiErrorException wrong(String why) {
        return ApiErrorException.badRequest("The filter cannot be read: " + why);
    }
}
