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

/** Reads and writes specification files, which contain the unchanged response of the service and the id of the data source. */
final class SpecFile {

    private static final String DATA_SOURCE_ID = "dataSourceId";
    private static final String API_SPECS = "apiSpecs";

    private SpecFile() {}

    static void write(String dataSourceId, Map<?, ?> response, Path file) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(DATA_SOURCE_ID, dataSourceId);
        content.put(API_SPECS, response);
        try {
            Files.writeString(file, JsonWriter.pretty(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The specification cannot be written to " + file + ".", e);
        }
    }

    static ConnectionSpec read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The specification file " + file + " cannot be read.", e);
        }
        Object content;
        try {
            content = JsonReader.read(text);
        } catch (InvalidJsonException e) {
            TextPosition position = TextPosition.of(text, e.offset());
            throw new IllegalArgumentException("The file " + file + " is not a saved specification: " + e.getMessage()
                    + " (line " + position.line() + ", column " + position.column() + ").");
        }
        if (content instanceof Map<?, ?> members
                && members.get(DATA_SOURCE_ID) instanceof String dataSourceId
                && members.get(API_SPECS) instanceof Map<?, ?> response) {
            return new ConnectionSpec(dataSourceId, ApiSpecsResponse.from(response));
        }
        throw new IllegalArgumentException("The file " + file + " is not a saved specification: it has no "
                + DATA_SOURCE_ID + " or no " + API_SPECS + ". Use a file that ConnectionSpec.save(..) has written.");
    }
}
