package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the JSON body of a successful response from the connection, or the location of a documented redirect.
 *
 * @param <T> the type of the body
 */
@FunctionalInterface
public interface ResponseReader<T> {

    /**
     * Reads the body.
     *
     * @throws UnreadableResponseException if the body is not the documented JSON
     */
    T read(InputStream body) throws IOException;

    /** Returns the value of a redirect to a location, or nothing if the API documents no redirect. */
    default Optional<T> readLocation(String location) {
        return Optional.empty();
    }
}
