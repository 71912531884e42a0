package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates members of request bodies. Each method rejects an invalid value with 400. */
final class ConnectionFields {

    static final int MAX_TAGS = 32;
    private static final int MAX_TAG_BYTES = 256;

    private ConnectionFields() {}

    static String required(ObjectNode body, String member) {
        String text = Json.text(body, member);
        if (text == null || text.isEmpty()) {
            throw ApiErrorException.badRequest("Field " + member + " is missing in the request");
        }
        return text;
    }

    static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw ApiErrorException.badRequest("Field qName is empty");
        }
        return name;
    }

    static List<String> tags(JsonNode tags, int max) {
        if (tags.isMissingNode() || tags.isNull()) {
            return List.of();
        }
        if (!tags.isArray() || tags.size() > max) {
            throw ApiErrorException.badRequest("Field tags is not an array of at most " + max);
        }
        List<String> list = new ArrayList<>();
        for (JsonNode tag : tags) {
            if (!tag.isTextual() || tag.textValue().getBytes(StandardCharsets.UTF_8).length > MAX_TAG_BYTES) {
                throw ApiErrorException.badRequest("A tag is not a string of at most " + MAX_TAG_BYTES + " bytes");
            }
            list.add(tag.textValue());
        }
        return List.copyOf(list);
    }

    /** Requests contain names, digits as strings, and integers. Responses contain the integer. */
    static int logOn(JsonNode value, int absent) {
        return switch (value.asText()) {
            case "" -> absent;
            case "0", "LOG_ON_SERVICE_USER" -> 0;
            case "1", "LOG_ON_CURRENT_USER" -> 1;
            default -> throw ApiErrorException.badRequest("Field qLogOn has no such value");
        };
    }

    static int architecture(JsonNode value, int absent) {
        return switch (value.asText()) {
            case "" -> absent;
            case "0" -> 0;
            case "1" -> 1;
            default -> throw ApiErrorException.badRequest("Field qArchitecture has no such value");
        };
    }

    /** Returns the current time in hundredths of a second, so that the two digits of a 201 equal the three of later responses. */
    static Instant hundredths(Clock clock) {
        return Instant.ofEpochMilli(Math.floorDiv(clock.millis(), 10) * 10L);
    }
}
