package io.github.qlikconnections.internal.http;

import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** Reads the location of an operation that always redirects. Thread-safe. */
public final class LocationReader implements ResponseReader<URI> {

    @Override
    public URI read(InputStream body) throws UnreadableResponseException {
        throw UnreadableResponseException.permanent("is not the redirect that the API documents");
    }

    @Override
    public Optional<URI> readLocation(String location) {
        try {
            return Optional.of(URI.create(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
