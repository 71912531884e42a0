package io.github.qlikconnections.internal.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the JSON body of a success straight from the connection.
 *
 * @param <T> what the body becomes
 */
@FunctionalInterface
public interface ResponseReader<T> {

    /** Reads the body; a body that is not the documented JSON ends in an {@link UnreadableResponseException}. */
    T read(InputStream body) throws IOException;
}
