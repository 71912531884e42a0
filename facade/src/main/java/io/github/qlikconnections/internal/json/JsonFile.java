package io.github.qlikconnections.internal.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads and writes files with one JSON value. */
public final class JsonFile {

    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param content what the file contains, such as {@code specification}, for messages
     * @return the value, or null for the JSON null
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if the file is not valid JSON
     */
    public static @Nullable Object read(Path file, String content) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The " + content + " file " + file + " cannot be read.", e);
        }
        try {
            return JsonReader.read(text);
        } catch (InvalidJsonException e) {
            TextPosition position = TextPosition.of(text, e.offset());
            throw new IllegalArgumentException("The file " + file + " is not a saved " + content + ": " + e.getMessage()
                    + " (line " + position.line() + ", column " + position.column() + ").");
        }
    }

    /**
     * Writes a file. An existing file is replaced.
     *
     * @param file the file
     * @param content what the file contains, for messages
     * @param value plain Java values
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, String content, Object value) {
        try {
            Files.writeString(file, JsonWriter.pretty(value) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The " + content + " cannot be written to " + file + ".", e);
        }
    }
}
