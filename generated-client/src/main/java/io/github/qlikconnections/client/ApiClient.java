package io.github.qlikconnections.client;

import jakarta.annotation.Nullable;

/** Sends the requests of the generated classes. Implementations throw unchecked exceptions. */
public interface ApiClient {

    /**
     * Sends a request and reads the response.
     *
     * @param request the request
     * @param responseType the type of the response body, {@link java.net.URI} for the location of a redirect, or null if the
     *     API documents neither
     * @return the response body or the location, or null if {@code responseType} is null
     * @param <T> the type of the response body
     */
    <T> T send(ApiRequest request, @Nullable Class<T> responseType);
}
