package io.github.qlikconnections.livedrift;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The differences between responses and their documentation, with a count per place. It contains names of members, types and
 * enum values, and no other values.
 */
final class Drift {

    private record Finding(String kind, String place, String detail) {}

    private final Map<Finding, Integer> findings = new TreeMap<>(
            Comparator.comparing(Finding::kind).thenComparing(Finding::place).thenComparing(Finding::detail));

    boolean isEmpty() {
        return findings.isEmpty();
    }

    void add(String kind, String place, String detail) {
        findings.merge(new Finding(kind, place, detail), 1, Integer::sum);
    }

    /** Validates a response against its schema. */
    void compare(String place, DocumentedResponses documented, JsonNode schema, JsonNode response) {
        differences(documented, place, schema, response).forEach(finding -> findings.merge(finding, 1, Integer::sum));
    }

    private static List<Finding> differences(
            DocumentedResponses documented, String place, JsonNode reference, JsonNode value) {
        JsonNode schema = documented.resolved(reference);
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                    .map(form -> differences(documented, place, form, value))
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow();
        }
        List<Finding> found = new ArrayList<>();
        String type = typeOf(schema);
        if (!fits(type, value)) {
            if (!value.isNull() || !schema.path("nullable").asBoolean()) {
                found.add(new Finding("other type", place, typeOfValue(value) + ", documented is " + type));
            }
            return found;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            found.add(new Finding("unknown value", place, value.toString()));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode known = schema.path("properties").path(member.getKey());
            String at = place + separator(place) + member.getKey();
            if (!known.isMissingNode()) {
                found.addAll(differences(documented, at, known, member.getValue()));
            } else if (schema.has("properties")) {
                found.add(new Finding("unknown member", at, typeOfValue(member.getValue())));
            }
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                found.add(new Finding("missing member", place + separator(place) + required.asText(), ""));
            }
        }
        if (value.isArray()) {
            value.forEach(item -> found.addAll(differences(documented, place + "[]", schema.path("items"), item)));
        }
        return found;
    }

    private static String typeOf(JsonNode schema) {
        return schema.has("properties") ? "object" : schema.path("type").asText("any");
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> true;
        };
    }

    private static String typeOfValue(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        return StreamSupport.stream(values.spliterator(), false).anyMatch(value::equals);
    }

    private static String separator(String place) {
        return place.endsWith(" ") ? "" : ".";
    }

    void print(PrintStream out) {
        int width = findings.keySet().stream()
                .mapToInt(finding -> finding.place().strip().length())
                .max()
                .orElse(0);
        findings.forEach((finding, times) -> {
            String place = finding.place().strip();
            out.printf(
                    "%-16s %s%s  %4d times  %s%n",
                    finding.kind(), place, " ".repeat(width - place.length()), times, finding.detail());
        });
    }
}
