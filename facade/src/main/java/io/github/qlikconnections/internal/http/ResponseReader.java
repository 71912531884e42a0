package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the JSON body of a successful response from the connection.
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
}
