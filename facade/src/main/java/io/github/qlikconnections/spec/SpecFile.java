package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.json.TextPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A specification in a file: the answer of the service as it was, and the id of the data source. */
final class SpecFile {

    private static final String ID = "dataSourceId";
    private static final String ANSWER = "apiSpecs";

    private SpecFile() {}

    static void write(String dataSourceId, Map<?, ?> answer, Path file) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(ID, dataSourceId);
        content.put(ANSWER, answer);
        try {
            Files.writeString(file, JsonWriter.pretty(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The specification cannot be written to " + file, e);
        }
    }

    static ConnectionSpec read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The specification file " + file + " cannot be read", e);
        }
        Object content;
        try {
            content = JsonReader.read(text);
        } catch (InvalidJsonException e) {
            TextPosition place = TextPosition.of(text, e.offset());
            throw new IllegalArgumentException(file + " is no saved specification: " + e.getMessage() + " (line "
                    + place.line() + ", column " + place.column() + ")");
        }
        if (content instanceof Map<?, ?> members
                && members.get(ID) instanceof String dataSourceId
                && members.get(ANSWER) instanceof Map<?, ?> answer) {
            return new ConnectionSpec(dataSourceId, SpecReader.of(answer));
        }
        throw new IllegalArgumentException(
                file + " is no saved specification: it lacks " + ID + " or " + ANSWER + "; save() writes both");
    }
}
