package io.github.qlikconnections.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Formats plain Java values as JSON text. Rejects secrets and other types. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final boolean canonical;
    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json, boolean canonical) {
        this.json = json;
        this.canonical = canonical;
    }

    /**
     * Formats a value on several lines, with members in their own order.
     *
     * @param value the value
     * @return the text, with line feeds between lines and none at the end
     */
    public static String pretty(@Nullable Object value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return write(
                value,
                false,
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }

    /**
     * Formats a value on one line, with members in their own order.
     *
     * @param value the value
     * @return the text without line feeds
     */
    public static String line(@Nullable Object value) {
        return write(value, false, null);
    }

    /**
     * Formats a value without whitespace, with members sorted by name, so that equal values have equal strings.
     *
     * @param value the value
     * @return the text
     */
    public static String canonical(@Nullable Object value) {
        return write(value, true, null);
    }

    private static String write(@Nullable Object value, boolean canonical, @Nullable DefaultPrettyPrinter printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (printer != null) {
                json.setPrettyPrinter(printer);
            }
            new JsonWriter(json, canonical).value(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            number(number);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(item);
            }
            json.writeEndArray();
        } else if (value == null) {
            json.writeNull();
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " is not a plain value");
        }
    }

    /** Uses exponent notation for numbers that would be long in plain notation. */
    private void number(BigDecimal number) throws IOException {
        BigDecimal normalized = canonical ? number.stripTrailingZeros() : number;
        if (Math.abs((long) normalized.scale()) > 400) {
            json.writeNumber(normalized.toString());
        } else {
            json.writeNumber(normalized);
        }
    }

    private void object(Map<?, ?> members) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : (canonical ? new TreeMap<>(members) : members).entrySet()) {
            json.writeFieldName(String.valueOf(member.getKey()));
            value(member.getValue());
        }
        json.writeEndObject();
    }
}
