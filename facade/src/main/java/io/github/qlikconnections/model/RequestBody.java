package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a request body that was copied from documentation or a shell command. */
final class RequestBody {

    private RequestBody() {}

    /**
     * Parses a request body.
     *
     * @param brackets the first and the last character of the expected body, for the advice in messages
     * @return plain values as {@link JsonReader#read} returns them
     * @throws io.github.qlikconnections.error.MalformedDraftException if the text is not JSON
     */
    static @Nullable Object parse(String text, String brackets) {
        CopiedJsonCleaner cleaner = CopiedJsonCleaner.of(text, brackets);
        try {
            return JsonReader.read(cleaner.json());
        } catch (InvalidJsonException e) {
            throw cleaner.createException(e);
        }
    }

    /**
     * Reads a UTF-8 file.
     *
     * @param content what the file contains, for the message
     */
    static String readFile(Path file, String content) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The " + content + " file " + file + " cannot be read as UTF-8 text", e);
        }
    }
}
