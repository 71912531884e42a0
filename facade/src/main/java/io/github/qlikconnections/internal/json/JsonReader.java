package io.github.qlikconnections.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON text into {@code LinkedHashMap}, {@code ArrayList}, {@code String}, {@code Boolean}, {@code Long},
 * {@code BigDecimal} and {@code null}.
 */
public final class JsonReader {

    /** Maximum nesting depth: more than schemas and requests need, and safe for the stack of any thread. */
    public static final int MAX_DEPTH = 128;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(400)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonReader() {}

    /**
     * Parses one JSON value.
     *
     * @param text the whole text; a byte order mark at its start is skipped
     * @return the value, or null for the JSON null
     * @throws InvalidJsonException if the text is not valid JSON, contains several values or a duplicate member, or exceeds a
     *     limit
     */
    public static @Nullable Object read(String text) throws InvalidJsonException {
        try (JsonParser parser = FACTORY.createParser(text.startsWith("\uFEFF") ? " " + text.substring(1) : text)) {
            if (parser.nextToken() == null) {
                throw new InvalidJsonException("the text is empty", 0);
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new InvalidJsonException(
                        "text follows the end of the JSON value", offset(parser.currentTokenLocation()));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw invalid(text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uses only the kind and position of the problem, because Jackson's message repeats the text around it. */
    private static InvalidJsonException invalid(String text, JsonProcessingException e) {
        int offset = offset(e.getLocation());
        if (e instanceof StreamConstraintsException) {
            return new InvalidJsonException(
                    "it is nested more than " + MAX_DEPTH + " levels deep or too large", offset);
        }
        return InvalidJsonExceptionFactory.of(text, offset, String.valueOf(e.getOriginalMessage()));
    }

    private static int offset(@Nullable JsonLocation location) {
        return location == null ? 0 : (int) Math.max(0, location.getCharOffset());
    }

    private static @Nullable Object value(JsonParser parser) throws IOException, InvalidJsonException {
        return switch (parser.currentTokenId()) {
            case JsonTokenId.ID_START_OBJECT -> object(parser);
            case JsonTokenId.ID_START_ARRAY -> array(parser);
            case JsonTokenId.ID_STRING -> parser.getText();
            case JsonTokenId.ID_TRUE -> true;
            case JsonTokenId.ID_FALSE -> false;
            case JsonTokenId.ID_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? decimal(parser)
                        : (Object) parser.getLongValue();
            case JsonTokenId.ID_NUMBER_FLOAT -> decimal(parser);
            default -> null;
        };
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException, InvalidJsonException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // Its message repeats the number.
            throw new InvalidJsonException("a number is too large", offset(parser.currentTokenLocation()));
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException, InvalidJsonException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException, InvalidJsonException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }
}
